// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Hql;

/** The texts of a dilemma that are hidden now: that they are, for its readers; what they say, for who wrote them. */
@ApplicationScoped
public class HiddenTextFinder {
    /** A report {@code tr} that keeps its text closed. */
    static final String CLOSED = "tr.liftedAt is null and tr.rewrittenAt is null";
    @Inject
    EntityManager em;
    @Inject
    @All
    List<Reportable> kinds;

    public List<Shown> of(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.HiddenTextFinder$Row(tr.id, tr.kind, tr.field, tr.thingId, m.name, case when %1$s then tr.words end, case when %1$s then true else false end,
                          case when %5$s then true else false end, case when %2$s then tr.why end, tr.reportedAt)
                        from TextReport tr join Dilemma d on d.id = tr.dilemmaId left join Seat s on s.id = tr.thingId left join Municipality m on m.code = s.municipalityCode
                        where d.id = :id and %3$s and %4$s order by tr.id"""
                        .formatted(wrote(kinds), DilemmaAccess.COORDINATES, CLOSED, reads(kinds), Hql.anyOf("tr.reportedBy = :me", DilemmaAccess.COORDINATES)), Row.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultStream().map(row -> shown(actor, row)).toList();
    }

    /** All that the actor wrote and that is hidden now, in whatever dilemma. */
    public List<Own> own(Actor actor) {
        return em.createQuery("select tr from TextReport tr join Dilemma d on d.id = tr.dilemmaId where " + CLOSED + " and tr.words is not null and " + wrote(kinds) + " order by tr.id", TextReport.class)
                .setParameter("me", actor.personId()).getResultStream().map(report -> new Own(report.dilemmaId(), report.name().toString(), words(actor, report.name(), report.words()))).toList();
    }

    /** Whether the actor wrote what a report {@code tr} took away, of whatever kind. */
    static String wrote(List<Reportable> kinds) {
        return ofEach(kinds, Reportable::wrote);
    }

    /** Whether the actor may know that a report {@code tr} took something away. */
    static String reads(List<Reportable> kinds) {
        return ofEach(kinds, Reportable::reads);
    }

    private static String ofEach(List<Reportable> kinds, Function<Reportable, String> condition) {
        return Hql.anyOf(kinds.stream().map(kind -> "tr.kind = '" + kind.kind() + "' and " + condition.apply(kind)).toArray(String[]::new));
    }

    private Shown shown(Actor actor, Row row) {
        TextName name = new TextName(row.kind, row.field, row.thingId);
        return new Shown(row.id, name, row.municipality, words(actor, name, row.words), row.own, row.lifts, row.why,
                row.reportedAt);
    }

    private String words(Actor actor, TextName name, String kept) {
        return kept == null ? null : kinds.stream().filter(kind -> kind.kind().equals(name.kind())).findFirst().orElseThrow().words(actor, name, kept);
    }

    /** @param id of the report; @param municipality of the seat it is about, or null; @param words for who wrote them; @param lifts whether the actor may show it again: who reported it, or the coordinator, who has heard its writer; @param why for the coordinator */
    public record Shown(UUID id, TextName name, String municipality, String words, boolean own, boolean lifts, String why, Instant reportedAt) {
        public String text() {
            return name.toString();
        }

        /** Whether it is a file, which its writer takes away rather than writes anew. */
        public boolean isFile() {
            return name.kind().equals("file");
        }
    }

    public record Own(UUID dilemmaId, String text, String words) {}

    /** One that could be reported. */
    public record Open(TextName name, String municipality) {
        public String text() {
            return name.toString();
        }
    }

    record Row(UUID id, String kind, String field, UUID thingId, String municipality, String words, boolean own, boolean lifts, String why, Instant reportedAt) {}
}
