// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klankbord.identity.Actor;

/** Dilemmas whose title shares words with another one. */
@ApplicationScoped
public class SimilarFinder {
    private static final int MOST_WORDS = 8;
    private static final int LONG = 6;
    /** Words that any title may hold. */
    private static final Set<String> COMMON = Set.of("alle", "deze", "doen", "door", "gaan", "geen", "goed", "hebben", "jaar", "kunnen", "maar", "meer", "moet", "moeten", "naar", "niet", "onze",
            "over", "samen", "tussen", "voor", "waar", "waarom", "wanneer", "welke", "willen", "worden", "wordt", "zijn", "zonder", "zodat");
    @Inject
    EntityManager em;

    /** Submitted ones that the actor may read, those that share most first. @param except the one that is being written, or null */
    public List<Similar> titled(Actor actor, String title, UUID except, int most) {
        List<String> words = words(title);
        if (words.isEmpty()) {
            return List.of();
        }
        String shared = IntStream.range(0, words.size()).mapToObj(i -> "(case when d.title like :word" + i + " then 1 else 0 end)").collect(Collectors.joining(" + "));
        TypedQuery<Similar> query = em.createQuery("""
                        select new nl.klankbord.dilemma.SimilarFinder$Similar(d.id, d.title, m.name, d.phase) from Dilemma d join Municipality m on m.code = d.hostMunicipality
                        where %s and d.phase not in (DRAFT, WITHDRAWN) and d.id <> :except and %s >= :enough order by %s desc, d.id desc"""
                        .formatted(DilemmaAccess.READS, shared, shared), Similar.class)
                .setParameter("me", actor.personId()).setParameter("except", except == null ? new UUID(0, 0) : except).setParameter("enough", words.size() > 2 ? 2 : 1);
        IntStream.range(0, words.size()).forEach(i -> query.setParameter("word" + i, "%" + words.get(i) + "%"));
        return query.setMaxResults(most).getResultList();
    }

    /** The beginnings of the words that tell something, which their forms share. */
    static List<String> words(String title) {
        return Arrays.stream((title == null ? "" : title).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 3 && !COMMON.contains(word))
                .map(word -> word.length() > LONG ? word.substring(0, word.length() - 2) : word).distinct().limit(MOST_WORDS).toList();
    }

    public record Similar(UUID id, String title, String host, Phase phase) {}
}
