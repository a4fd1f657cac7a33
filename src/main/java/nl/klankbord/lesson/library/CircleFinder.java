// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Cursor;

/**
 * Words in the dilemmas and contributions that the actor may read now. It asks the database itself, with the conditions of
 * every other reading: an index of sealed texts would be one more place that could tell.
 */
@ApplicationScoped
public class CircleFinder {
    private static final int MOST_WORDS = 6;
    private static final String DILEMMA_TEXT = "concat(" + Stream.of("question", "intention", "tension", "stip", "foto", "paths", "experiment", "stopList", "assumptions", "tried")
            .map(field -> "coalesce(cast(function('json_extract', d.canvas, '$." + field + "') as String), '')").collect(Collectors.joining(", ' ', ")) + ")";
    // Searched apart from its other words: a column and what stands in a document are sorted by other rules, and do not join.
    private static final String TITLE = "d.title";
    private static final String SAID_TEXT = "concat(c.text, ' ', coalesce(c.example, ''), ' ', coalesce(c.advice, ''))";
    /** Of a reflection: JSON, as the dilemma is, and so apart from the columns. */
    private static final String SAID_ANSWERS = "coalesce(cast(function('json_extract', c.answers, '$.*.*') as String), '')";
    private static final String DILEMMAS = " from Dilemma d where " + DilemmaAccess.READS;
    private static final String SAID = " from Contribution c join Dilemma d on d.id = c.dilemmaId where c.withdrawnAt is null and c.hiddenAt is null and " + ContributionAccess.READS;
    @Inject
    EntityManager em;

    /** What holds all of the words, the latest first; nothing for no words. */
    public Found search(Actor actor, String words, Cursor cursor) {
        List<String> wanted = wanted(words);
        if (wanted.isEmpty()) {
            return new Found(List.of(), null, 0);
        }
        String place = "'DILEMMA', d.id, d.id, d.title, '', ";
        String said = "'CONTRIBUTION', c.id, d.id, case when " + DilemmaAccess.READS + " then d.title else '' end, ";
        List<Row> rows = Stream.concat(rows(actor, wanted, place + DILEMMA_TEXT, DILEMMAS + holding(wanted, TITLE, DILEMMA_TEXT), "d.id", cursor),
                        rows(actor, wanted, said + SAID_TEXT + ", " + SAID_ANSWERS, SAID + holding(wanted, SAID_TEXT, SAID_ANSWERS), "c.id", cursor))
                .sorted(Comparator.comparing((Row row) -> row.id.toString()).reversed()).toList();
        Cursor.Items<Row> page = cursor.page(rows, Row::id);
        return new Found(page.items().stream().map(row -> row.item(words)).toList(), page.next(),
                count(actor, wanted, DILEMMAS + holding(wanted, TITLE, DILEMMA_TEXT)) + count(actor, wanted, SAID + holding(wanted, SAID_TEXT, SAID_ANSWERS)));
    }

    private static List<String> wanted(String words) {
        return words == null ? List.of() : Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1).distinct().limit(MOST_WORDS).toList();
    }

    private Stream<Row> rows(Actor actor, List<String> wanted, String columns, String from, String id, Cursor cursor) {
        return with(actor, wanted, em.createQuery("select new nl.klankbord.lesson.library.CircleFinder$Row(" + columns + ")" + from + " and " + id + " < :before order by " + id + " desc", Row.class))
                .setParameter("before", cursor.before()).setMaxResults(cursor.limit() + 1).getResultStream();
    }

    private long count(Actor actor, List<String> wanted, String from) {
        return with(actor, wanted, em.createQuery("select count(*)" + from, Long.class)).getSingleResult();
    }

    /** Each word stands in one of the texts. */
    private static String holding(List<String> wanted, String... texts) {
        return IntStream.range(0, wanted.size()).mapToObj(i -> " and (" + Stream.of(texts).map(text -> "lower(" + text + ") like concat('%', :word" + i + ", '%')").collect(Collectors.joining(" or ")) + ")")
                .collect(Collectors.joining());
    }

    private static <T> TypedQuery<T> with(Actor actor, List<String> wanted, TypedQuery<T> query) {
        query.setParameter("me", actor.personId());
        IntStream.range(0, wanted.size()).forEach(i -> query.setParameter("word" + i, wanted.get(i)));
        return query;
    }

    /** @param next cursor of the following page, or null; @param total of all pages */
    public record Found(List<Item> items, String next, long total) {}

    /** @param type DILEMMA or CONTRIBUTION; @param title of the dilemma, empty where one reads no more than one's own text in it */
    public record Item(String type, UUID id, UUID dilemmaId, String title, String snippet) {
        public String getLink() {
            return title.isEmpty() ? "/texts" : "/dilemmas/" + dilemmaId + (type.equals("CONTRIBUTION") ? "#c-" + id : "");
        }
    }

    /** @param document what else it says, as JSON has it */
    record Row(String type, UUID id, UUID dilemmaId, String title, String text, String document) {
        Item item(String words) {
            String plain = text + " " + document.replaceAll("\"\\s*,\\s*\"", " ").replaceAll("\\\\n", " ").replaceAll("\\\\(.)", "$1").replaceAll("[\\[\\]\"]+", " ");
            return new Item(type, id, dilemmaId, Optional.ofNullable(title).orElse(""), Snippet.of(plain, words));
        }
    }
}
