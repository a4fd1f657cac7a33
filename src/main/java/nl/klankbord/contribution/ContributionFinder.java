// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.shared.Cursor;

/** What is said in a dilemma, as far as the actor may read it. */
@ApplicationScoped
public class ContributionFinder {
    private static final String REPORTED = "exists (select 1 from ContributionReport rm where rm.contributionId = c.id and rm.liftedAt is null and rm.reportedBy = :me)";
    private static final String SHOW = """
            select new nl.klankbord.contribution.ContributionFinder$Shown(c.id, c.dilemmaId, c.seatId, c.kind,
              case when %4$s then c.text end, case when %4$s then c.example end,
              case when %4$s then c.advice end, case when %4$s then c.assumptions end, case when %4$s then c.pickedAssumptions end, case when %4$s then c.answers end,
              case when %4$s and %5$s then c.passage end, c.inReplyTo, a.name, m.code, m.name, c.createdAt, c.submittedAt, c.withdrawnAt, c.hiddenAt, case when c.hiddenAt is not null and (%7$s or %8$s) then true else false end, case when %7$s then (select min(rp.why) from ContributionReport rp where rp.contributionId = c.id and rp.liftedAt is null) end,
              case when %1$s then c.hostChoice end, case when %1$s then c.hostWhy end, c.version, case when c.authorId = :me then true else false end, %2$s,
              c.kind = REFLECTION and exists (select 1 from DilemmaMove mv where mv.dilemmaId = d.id and mv.toPhase = SESSION and mv.movedAt < c.submittedAt), case when %5$s then true else false end, case when %5$s then d.title end,
              case when %6$s then (select mr.text from Mirror mr where mr.contributionId = c.id) end)
            from Contribution c join Dilemma d on d.id = c.dilemmaId join Person a on a.id = c.authorId left join Seat s on s.id = c.seatId
            left join Municipality m on m.code = s.municipalityCode
            where %3$s""".formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.onSeat("c.seatId"), ContributionAccess.READS,
            ContributionAccess.WORDS_SHOW, DilemmaAccess.IN_CIRCLE, ContributionAccess.WROTE, DilemmaAccess.COORDINATES, REPORTED);
    @Inject
    EntityManager em;

    /** In the order they were written; an unsubmitted reflection only on its own seat, a withdrawn one as a line without text. */
    public Cursor.Items<Shown> of(Actor actor, UUID dilemmaId, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + " and d.id = :dilemma and " + DilemmaAccess.IN_CIRCLE
                        + " and (c.withdrawnAt is null or c.submittedAt is not null) and c.id > :after order by c.id", Shown.class)
                .setParameter("dilemma", dilemmaId).setParameter("after", cursor.after()).setParameter("me", actor.personId())
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and c.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId())
                .getResultStream().findFirst();
    }

    /** All that the actor wrote, the latest first, also where the dilemma is withdrawn or the seat was left. */
    public Cursor.Items<Shown> own(Actor actor, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + " and " + ContributionAccess.OWN_BY_INDEX + " and c.id < :before order by c.id desc", Shown.class)
                .setParameter("before", cursor.before()).setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** The same, all at once, to take along. */
    List<Shown> allOwn(Actor actor) {
        return em.createQuery(SHOW + " and " + ContributionAccess.OWN_BY_INDEX + " order by c.id", Shown.class).setParameter("me", actor.personId()).getResultList();
    }

    /** The reflection of the actor's own seat, submitted or not. */
    public Optional<Shown> ownReflection(Actor actor, UUID dilemmaId) {
        return em.createQuery(SHOW + " and d.id = :dilemma and c.kind = REFLECTION and c.withdrawnAt is null and " + DilemmaAccess.onSeat("c.seatId"), Shown.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** Whether a colleague who still sits there began the reflection of the actor's seat, and has not opened it to who came later. */
    public boolean isBegunByColleague(Actor actor, UUID dilemmaId) {
        return em.createQuery("select count(c) from Contribution c join Dilemma d on d.id = c.dilemmaId where d.id = :dilemma and c.kind = REFLECTION and c.withdrawnAt is null and "
                        + DilemmaAccess.onSeat("c.seatId") + " and not " + ContributionAccess.READS + " and exists (select 1 from SeatPerson w where w.seatId = c.seatId and w.leftAt is null "
                        + "and (w.personId = c.authorId or w.personId = c.writtenBy))", Long.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getSingleResult() > 0;
    }

    /** The mirror of a reflection, for who sits on its seat now, and for who wrote it. */
    public Optional<String> mirror(Actor actor, UUID contributionId) {
        return em.createQuery("""
                        select mr.text from Mirror mr join Contribution c on c.id = mr.contributionId join Dilemma d on d.id = c.dilemmaId
                        where c.id = :id and (%s or d.phase <> WITHDRAWN and %s and %s and %s)""".formatted(ContributionAccess.WROTE, ProgrammeAccess.rulesAccepted("d.programmeId"),
                        DilemmaAccess.onSeat("mr.seatId"), ContributionAccess.READS), String.class)
                .setParameter("id", contributionId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    public List<Recognised> recognitions(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.ContributionFinder$Recognised(m.code, m.name, rc.example, rc.createdAt, %s) from Recognition rc
                        join Dilemma d on d.id = rc.dilemmaId join Seat s on s.id = rc.seatId left join Municipality m on m.code = s.municipalityCode
                        where d.id = :dilemma and %s and not %s order by rc.createdAt, rc.seatId""".formatted(DilemmaAccess.onSeat("rc.seatId"), DilemmaAccess.IN_CIRCLE,
                        ContributionAccess.closedToNewcomer("rc.createdAt", "rc.personId")), Recognised.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultList();
    }

    /** @param text null when withdrawn or hidden, but for its author; @param lifts hidden, and the actor may show it again; @param reportedWhy why it was hidden, for the coordinator; @param own written by the actor; @param ownSeat from the actor's seat; @param late came in after the reveal; @param inCircle whether the actor still reads the dilemma around it; @param dilemma its title then; @param mirror for who wrote on it last */
    public record Shown(UUID id, UUID dilemmaId, UUID seatId, ContributionKind kind, String text, String example, String advice, List<String> assumptions, List<String> pickedAssumptions, List<Answer> answers,
                        Passage passage, UUID inReplyTo, String authorName, String code, String municipalityName, Instant createdAt, Instant submittedAt,
                        Instant withdrawnAt, Instant hiddenAt, boolean lifts, String reportedWhy, HostChoice hostChoice, String hostWhy, int version, boolean own, boolean ownSeat, boolean late, boolean inCircle, String dilemma, String mirror) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, municipalityName);
        }

        public Shown {
            pickedAssumptions = pickedAssumptions == null ? List.of() : pickedAssumptions;
            answers = answers == null ? List.of() : answers;
        }

        /** Whether its reader may read the text: it may be withdrawn or hidden, and then only its writer does. */
        public boolean isReadable() {
            return text != null;
        }

        public boolean submitted() {
            return submittedAt != null;
        }

        public boolean hidden() {
            return hiddenAt != null;
        }

        public boolean withdrawn() {
            return withdrawnAt != null;
        }
    }

    public record Recognised(String code, String municipalityName, String example, Instant createdAt, boolean own) {}
}
