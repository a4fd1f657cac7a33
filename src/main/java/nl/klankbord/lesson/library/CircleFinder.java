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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Ids;

/**
 * Words in the dilemmas, with how their hosts closed them, and in the contributions that the actor may read now. It asks the
 * database itself, with the conditions of every other reading: an index of sealed texts would be one more place that could tell.
 * At first it asks for no more than ids, and for no more of those than are counted: to read on in what many texts say takes seconds.
 */
@ApplicationScoped
public class CircleFinder {
    private static final Comparator<UUID> LATEST_FIRST = Comparator.comparing(UUID::toString).reversed();
    private static final int MOST_WORDS = 6;
    /** Nobody reads so many; how many more there are, nobody needs to know. */
    private static final int MOST = 200;
    /** Of other dilemmas the actor reads no contribution: those are not even looked at. */
    private static final String NEAR = "select d.id from Dilemma d where " + DilemmaAccess.IN_CIRCLE
            + " union select a.dilemmaId from Contribution a where a.authorId = :me union select w.dilemmaId from Contribution w where w.writtenBy = :me";
    private static final String DILEMMAS = "select d.id from Dilemma d where d.id < :before and ";
    private static final String SAID = "select c.id from Contribution c join Dilemma d on d.id = c.dilemmaId where c.dilemmaId in :near and c.id < :before and " + CircleTexts.STANDS + " and ";
    @Inject
    EntityManager em;

    /** What holds all of the words, the latest first; nothing for no words. */
    public Found search(Actor actor, String words, Cursor cursor) {
        List<String> wanted = wanted(words);
        if (wanted.isEmpty()) {
            return new Found(List.of(), null, 0, false);
        }
        List<UUID> near = Ids.with(actor.personId(), em.createQuery(NEAR, UUID.class).setParameter("me", actor.personId()).getResultList());
        List<UUID> all = holding(actor, near, wanted, Cursor.of(null, MOST).before());
        boolean more = all.size() > MOST;
        List<UUID> here = more && cursor.place() != null ? holding(actor, near, wanted, cursor.before()) : all;
        Cursor.Items<UUID> page = cursor.page(here.stream().filter(id -> LATEST_FIRST.compare(cursor.before(), id) < 0).limit(cursor.limit() + 1).toList(), id -> id);
        return new Found(rows(actor, page.items()).map(row -> row.item(words)).toList(), page.next(), Math.min(all.size(), MOST), more);
    }

    private static List<String> wanted(String words) {
        return words == null ? List.of() : Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1).distinct().limit(MOST_WORDS).toList();
    }

    private List<UUID> holding(Actor actor, List<UUID> near, List<String> wanted, UUID before) {
        return Stream.concat(ids(actor, wanted, before, em.createQuery(DILEMMAS + each(wanted, CircleTexts::dilemmaHolds) + DilemmaAccess.READS + " order by d.id desc", UUID.class)),
                        ids(actor, wanted, before, em.createQuery(SAID + each(wanted, CircleTexts::contributionHolds) + ContributionAccess.READS + " order by c.id desc", UUID.class).setParameter("near", near)))
                .sorted(LATEST_FIRST).limit(MOST + 1).toList();
    }

    /** The words come first: whether one may read takes longer to find out. */
    private static String each(List<String> wanted, UnaryOperator<String> holds) {
        return IntStream.range(0, wanted.size()).mapToObj(i -> holds.apply(":word" + i) + " and ").collect(Collectors.joining());
    }

    private static Stream<UUID> ids(Actor actor, List<String> wanted, UUID before, TypedQuery<UUID> query) {
        IntStream.range(0, wanted.size()).forEach(i -> query.setParameter("word" + i, "%" + wanted.get(i) + "%"));
        return query.setParameter("me", actor.personId()).setParameter("before", before).setMaxResults(MOST + 1).getResultStream();
    }

    private Stream<Row> rows(Actor actor, List<UUID> ids) {
        return Stream.of(CircleTexts.DILEMMAS, CircleTexts.CONTRIBUTIONS)
                .flatMap(texts -> em.createQuery(texts, Row.class).setParameter("ids", Ids.with(actor.personId(), ids)).setParameter("me", actor.personId()).getResultStream())
                .sorted(Comparator.comparing(Row::id, LATEST_FIRST));
    }

    /** @param next cursor of the following page, or null; @param total of all pages, as far as they are counted; @param more whether there are more than that */
    public record Found(List<Item> items, String next, long total, boolean more) {}

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
