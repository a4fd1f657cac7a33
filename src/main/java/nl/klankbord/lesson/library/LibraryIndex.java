// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.lesson.LessonText;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/**
 * Keeps this instance's index in step with the database: filled at the start, brought up to date before each search. It
 * holds published lessons only, and says no more of them than their ids; the database confirms each.
 */
@Startup
@ApplicationScoped
public class LibraryIndex {
    /** A change shows when it is committed, which is later than the moment it carries. */
    private static final Duration COMMITTED_WITHIN = Duration.ofMinutes(2);
    @Inject
    EntityManager em;
    private final Map<UUID, Integer> versions = new HashMap<>();
    private MemoryIndex index;
    private Instant seen = Instant.EPOCH;

    @PostConstruct
    void open() {
        index = new MemoryIndex();
        catchUp();
    }

    @PreDestroy
    void close() {
        index.close();
    }

    /** Ids of what may answer, the best first. */
    List<UUID> find(String words) {
        catchUp();
        return index.find(words);
    }

    /** Ids of what looks like it, the best first. */
    List<UUID> similar(String words) {
        catchUp();
        return index.similar(words);
    }

    /** Forgets everything and reads it again from the database; the number of lessons in it. */
    public synchronized Outcome<Integer> rebuild(Actor actor) {
        Decision decision = LibraryPolicy.rebuild(actor);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        index.empty();
        versions.clear();
        seen = Instant.EPOCH;
        catchUp();
        return Outcome.done(versions.size());
    }

    private synchronized void catchUp() {
        List<Row> changed = QuarkusTransaction.requiringNew().call(() -> em.createQuery("select new nl.klankbord.lesson.library.LibraryIndex$Row(l.changedAt, "
                + LessonText.OF_L + ") from Lesson l where l.changedAt > :since", Row.class).setParameter("since", seen.minus(COMMITTED_WITHIN)).getResultList());
        List<LessonText> news = changed.stream().map(Row::text).filter(text -> !Integer.valueOf(text.version()).equals(versions.get(text.id()))).toList();
        if (!news.isEmpty()) {
            index.put(news.stream().filter(LibraryIndex::inLibrary).map(IndexedLesson::of).toList(),
                    news.stream().filter(text -> !inLibrary(text)).map(LessonText::id).toList());
        }
        // What is not in the library keeps no version, so that the number of versions is the number of lessons in it.
        news.forEach(text -> versions.compute(text.id(), (id, before) -> inLibrary(text) ? Integer.valueOf(text.version()) : null));
        seen = changed.stream().map(Row::changedAt).reduce(seen, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static boolean inLibrary(LessonText text) {
        return text.status() == LessonStatus.PUBLISHED;
    }

    record Row(Instant changedAt, LessonText text) {}
}
