// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Cursor;

/** Steps of the actor's own seats, and what the actor wrote of steps elsewhere. */
@ApplicationScoped
public class StepFinder {
    private static final String SHOW = """
            select new nl.klankbord.step.StepFinder$Shown(st.id, st.dilemmaId, st.seatId, case when %1$s then st.text end, case when %3$s then st.dueOn end, case when %3$s or o.id = :me then o.id end, case when %3$s or o.id = :me then o.name end,
              case when %3$s and exists (select 1 from SeatPerson op where op.seatId = st.seatId and op.personId = st.ownerId and op.leftAt is null) then true else false end, case when o.id = :me then true else false end,
              a.name, m.code, m.name, st.createdAt, case when %2$s then st.outcome end, case when %2$s then st.report end, case when %2$s then st.reportedAt end,
              st.fromMirror, st.version, case when %3$s then true else false end, case when %4$s then d.title end, h.name)
            from Step st join Dilemma d on d.id = st.dilemmaId join Municipality h on h.code = d.hostMunicipality join Person o on o.id = st.ownerId join Person a on a.id = st.authorId
            join Seat s on s.id = st.seatId left join Municipality m on m.code = s.municipalityCode where %5$s"""
            .formatted(StepAccess.TEXT, StepAccess.REPORT, StepAccess.ON_SEAT, DilemmaAccess.IN_CIRCLE, StepAccess.READS);
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);
    /** The day that it is due, for who may know. */
    private static final String DAY = "(case when " + StepAccess.ON_SEAT + " then st.dueOn else date 9999-12-31 end)";
    private static final UUID START = new UUID(0, 0);
    @Inject
    EntityManager em;

    /** Over all dilemmas, the latest first. @param finished null for all */
    public Cursor.Items<Shown> list(Actor actor, Boolean finished, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + state(finished) + " and st.id < :before order by st.id desc", Shown.class)
                .setParameter("me", actor.personId()).setParameter("before", cursor.before()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** Those still to be done over all dilemmas, the first date first, and then those of places that were left. A page begins after a step that the actor may read, or else at the first. */
    public Cursor.Items<Shown> open(Actor actor, Cursor cursor) {
        Optional<Shown> last = visibleTo(actor, cursor.after());
        return cursor.page(em.createQuery(SHOW + state(false) + " and (" + DAY + " > :day or " + DAY + " = :day and st.id > :after) order by " + DAY + ", st.id", Shown.class)
                .setParameter("me", actor.personId()).setParameter("day", last.map(step -> step.dueOn() == null ? NO_DAY : step.dueOn()).orElse(LocalDate.EPOCH)).setParameter("after", last.map(Shown::id).orElse(START))
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** Those of the actor's own seat at one dilemma, the latest first. @param finished null for all */
    public Cursor.Items<Shown> ofDilemma(Actor actor, UUID dilemmaId, Boolean finished, Cursor cursor) {
        return cursor.page(em.createQuery(SHOW + state(finished) + " and " + StepAccess.ON_SEAT + " and d.id = :dilemma and st.id < :before order by st.id desc", Shown.class)
                .setParameter("me", actor.personId()).setParameter("dilemma", dilemmaId).setParameter("before", cursor.before()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and st.id = :id", Shown.class).setParameter("me", actor.personId()).setParameter("id", id).getResultStream().findFirst();
    }

    private static String state(Boolean finished) {
        return finished == null ? "" : finished ? " and not " + StepAccess.OPEN_FOR_ME : " and " + StepAccess.OPEN_FOR_ME;
    }

    /**
     * @param text      null where only the report is the reader's own
     * @param dueOn     what the seat makes of it now, and so who owns it: null for who sits there no more; an owner still knows that it was hers
     * @param ownerSits whether the owner still has a place on its seat; {@code mine}: the owner is the reader
     * @param outcome   null while nothing came of it yet, or for who wrote only the step
     * @param onSeat    whether the reader sits on its seat now
     * @param dilemma   title of its dilemma, as long as the reader may read that
     */
    public record Shown(UUID id, UUID dilemmaId, UUID seatId, String text, LocalDate dueOn, UUID ownerId, String ownerName, boolean ownerSits, boolean mine, String authorName, String code,
                        String municipalityName, Instant createdAt, StepOutcome outcome, String report, Instant reportedAt, UUID fromMirror, int version, boolean onSeat, String dilemma, String host) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, municipalityName);
        }

        public boolean finished() {
            return outcome == StepOutcome.DONE || outcome == StepOutcome.STOPPED;
        }
    }
}
