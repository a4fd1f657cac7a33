// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;

/** Who did what in a programme, the latest first. */
@ApplicationScoped
public class AuditFinder {
    /** Of a dilemma at which the reader sits or sat, she reads what she may read there and not what a coordinator may. */
    private static final String EVENTS = """
            select new nl.klankbord.record.AuditFinder$Event(e.id, e.happenedAt, e.kind, e.detail, e.thingId, a.id, case when a.guest = false and a.erasedAt is null then a.name end,
              case when a.guest = true then true else false end, b.id, case when b.guest = false and b.erasedAt is null then b.name end, case when b.guest = true then true else false end,
              case when exists (select 1 from Dilemma d where d.id = e.dilemmaId and %s) then e.dilemmaId end, case when %s and %s then true else false end)
            from AuditEvent e left join Person a on a.id = e.actorId left join Person b on b.id = e.aboutId
            where e.programmeId = :id and e.id < :before and (e.dilemmaId is null or not exists (select 1 from Dilemma d where d.id = e.dilemmaId and %s))
            order by e.id desc""".formatted(DilemmaAccess.READS, ProgrammeAccess.member("e.programmeId"), ProgrammeAccess.rulesAccepted("e.programmeId"), DilemmaAccess.SAT);
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;

    public Optional<Cursor.Items<Event>> of(Actor actor, UUID programmeId, Cursor cursor) {
        return decide(actor, programmeId).granted() ? Optional.of(cursor.page(em.createQuery(EVENTS, Event.class).setParameter("id", programmeId).setParameter("before", cursor.before())
                .setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Event::id)) : Optional.empty();
    }

    public Decision decide(Actor actor, UUID programmeId) {
        return programmes.standing(actor, programmeId).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.READ_AUDIT)).orElse(Decision.HIDDEN);
    }

    /**
     * @param actorId null: the machine, or somebody who is not told
     * @param actor   null too for a guest, and for somebody who was erased
     * @param aboutId whom it was done to, or null
     * @param dilemma in which it happened, where the reader may open it
     * @param member  whether the reader may open the rounds of the programme
     */
    public record Event(UUID id, Instant at, AuditKind kind, String detail, UUID thingId, UUID actorId, String actor, boolean byGuest, UUID aboutId, String about, boolean aboutGuest, UUID dilemma, boolean member) {
        /** The page of what it was done to; null where the reader has none. It tells which one it was, and no title. */
        public String link() {
            return dilemma != null ? "/dilemmas/" + dilemma : member && kind.thing() == AuditKind.Thing.ROUND ? "/rounds/" + thingId : null;
        }
    }
}
