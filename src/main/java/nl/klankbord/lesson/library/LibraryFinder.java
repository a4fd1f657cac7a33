// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klankbord.identity.Actor;
import nl.klankbord.lesson.LessonStatus;
import nl.klankbord.lesson.LessonText;
import nl.klankbord.lesson.Themes;
import nl.klankbord.shared.Cursor;

/** The library: published lessons, by words and theme. The index proposes, the database confirms. */
@ApplicationScoped
public class LibraryFinder {
    private static final String CONFIRM = "select new nl.klankbord.lesson.library.LibraryFinder$Confirmed(l.id, l.themes) from Lesson l where ";
    private static final String EVERYONE = "l.status = PUBLISHED";
    private static final String ON_THE_OPEN_WEB = "l.status = PUBLISHED and l.open = true";
    @Inject
    EntityManager em;
    @Inject
    LibraryIndex index;

    /** For everyone signed in. @param words without any, the newest first; @param theme only of this one, or null; @param status only as far as this; null: all there is */
    public Found search(Actor actor, String words, String theme, LessonStatus status, Cursor cursor) {
        return status != null && status != LessonStatus.PUBLISHED ? new Found(List.of(), null, List.of(), 0) : search(EVERYONE, words, theme, cursor);
    }

    /** For whoever comes by on the open web: what is marked open, and nothing that the rest adds to a count. */
    public Found publiclyOpen(String words, String theme, Cursor cursor) {
        return search(ON_THE_OPEN_WEB, words, theme, cursor);
    }

    /** Published lessons that share words with what somebody is writing, the best first. */
    public List<Item> similar(Actor actor, String words, int most) {
        List<UUID> found = words == null || words.isBlank() ? List.of() : index.similar(words);
        return items(EVERYONE, confirmed(EVERYONE, found).stream().map(Confirmed::id).limit(most).toList(), words);
    }

    private Found search(String readable, String words, String theme, Cursor cursor) {
        String wanted = theme == null ? "" : theme.strip().toLowerCase(Locale.ROOT);
        List<Confirmed> confirmed = confirmed(readable, words).stream().filter(lesson -> wanted.isEmpty() || lesson.themes.names().contains(wanted)).toList();
        // In the order of relevance the cursor is a place; a lesson that has gone since begins anew.
        int start = IntStream.range(0, confirmed.size()).filter(i -> confirmed.get(i).id.equals(cursor.after())).findFirst().orElse(-1) + 1;
        Cursor.Items<Confirmed> page = cursor.page(confirmed.subList(start, Math.min(confirmed.size(), start + cursor.limit() + 1)), Confirmed::id);
        return new Found(items(readable, page.items().stream().map(Confirmed::id).toList(), words), page.next(), themes(confirmed), confirmed.size());
    }

    private List<Confirmed> confirmed(String readable, String words) {
        if (words == null || words.isBlank()) {
            return em.createQuery(CONFIRM + readable + " order by l.publishedAt desc, l.id desc", Confirmed.class).getResultList();
        }
        return confirmed(readable, index.find(words));
    }

    private List<Confirmed> confirmed(String readable, List<UUID> found) {
        Map<UUID, Confirmed> known = found.isEmpty() ? Map.of() : em.createQuery(CONFIRM + readable + " and l.id in :ids", Confirmed.class).setParameter("ids", found).getResultStream()
                .collect(Collectors.toMap(Confirmed::id, Function.identity()));
        return found.stream().filter(known::containsKey).map(known::get).toList();
    }

    private List<Item> items(String readable, List<UUID> ids, String words) {
        Map<UUID, LessonText> texts = ids.isEmpty() ? Map.of() : em.createQuery("select " + LessonText.OF_L + " from Lesson l where l.id in :ids and " + readable, LessonText.class)
                .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(LessonText::id, Function.identity()));
        return ids.stream().filter(texts::containsKey).map(texts::get).map(text -> new Item(text.id(), text.title(), Snippet.of(text, words), text.themes())).toList();
    }

    private static List<Facet> themes(List<Confirmed> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.themes.names().stream()).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet().stream().map(theme -> new Facet(theme.getKey(), theme.getValue()))
                .sorted(Comparator.comparing(Facet::count).reversed().thenComparing(Facet::value)).limit(30).toList();
    }

    /** @param next cursor of the following page, or null; @param total of all pages */
    public record Found(List<Item> items, String next, List<Facet> themes, long total) {}

    public record Item(UUID id, String title, String snippet, Themes themes) {}

    public record Facet(String value, long count) {}

    record Confirmed(UUID id, Themes themes) {}
}
