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
    /**
     * Of a dilemma at which the reader sits or sat, she reads what she may read there and not what a coordinator may. Which
     * dilemma, round and seat it was is told where she may open them: it is joined only there, so no filter finds more. A role
     * for somebody who had not signed in yet is about whoever did since.
     */
    private static final String EVENTS = """
            select new nl.klankbord.record.AuditFinder$Event(e.id, e.happenedAt, e.kind, e.detail, e.thingId, a.id, case when a.guest = false and a.erasedAt is null then a.name end,
              case when a.guest = true then true else false end, b.id, case when b.guest = false and b.erasedAt is null then b.name end, case when b.guest = true then true else false end,
              d.id, h.code, h.name, r.id, r.title, sm.code, sm.name, case when mb.id is not null and mb.personId is null then true else false end, am.code, am.name)
            from AuditEvent e left join Person a on a.id = e.actorId left join Membership mb on mb.id = e.thingId and e.aboutId is null
            left join Person b on b.id = coalesce(e.aboutId, mb.personId) left join Municipality am on am.code = case when mb.personId is null then coalesce(mb.municipalityCode, mb.proposedMunicipality) end
            left join Dilemma d on d.id = e.dilemmaId and %s left join Municipality h on h.code = d.hostMunicipality
            left join Seat s on s.id = e.thingId and s.dilemmaId = d.id left join Municipality sm on sm.code = s.municipalityCode
            left join Round r on r.id = coalesce(d.roundId, e.thingId) and r.programmeId = e.programmeId and %s and %s
            where e.programmeId = :id and e.id < :before and (e.dilemmaId is null or not exists (select 1 from Dilemma sd where sd.id = e.dilemmaId and %s))
            and (:anyRound = true or r.id = :round) and (:anyKind = true or e.kind = :kind)
            order by e.id desc""".formatted(DilemmaAccess.READS, ProgrammeAccess.member("e.programmeId"), ProgrammeAccess.rulesAccepted("e.programmeId"), DilemmaAccess.of("sd", DilemmaAccess.SAT));
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;

    public Optional<Cursor.Items<Event>> of(Actor actor, UUID programmeId, Filter filter, Cursor cursor) {
        return decide(actor, programmeId).granted() ? Optional.of(cursor.page(em.createQuery(EVENTS, Event.class).setParameter("id", programmeId).setParameter("before", cursor.before())
                .setParameter("anyRound", filter.round == null).setParameter("round", filter.round).setParameter("anyKind", filter.kind == null).setParameter("kind", filter.kind)
                .setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Event::id)) : Optional.empty();
    }

    public Decision decide(Actor actor, UUID programmeId) {
        return programmes.standing(actor, programmeId).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.READ_AUDIT)).orElse(Decision.HIDDEN);
    }

    /** Only what happened in one round, or of one kind; null for all. */
    public record Filter(UUID round, AuditKind kind) {
        static final Filter NONE = new Filter(null, null);
    }

    /**
     * @param actorId null: the machine, or somebody who is not told
     * @param actor   null too for a guest, and for somebody who was erased
     * @param aboutId whom it was done to, or null
     * @param dilemma in which it happened, with its host, where the reader may open it
     * @param roundId in which it happened, where the reader may open the rounds of the programme
     * @param seatOf  whose seat it was done to, where the reader may open its dilemma
     * @param awaited the role waits for somebody who has not signed in yet
     * @param awaitedOf the municipality of that somebody, or null
     */
    public record Event(UUID id, Instant at, AuditKind kind, String detail, UUID thingId, UUID actorId, String actor, boolean byGuest, UUID aboutId, String about, boolean aboutGuest,
                        UUID dilemma, String hostCode, String host, UUID roundId, String round, String seatCode, String seatOf, boolean awaited, String awaitedCode, String awaitedOf) {
        /** About somebody who had not signed in then; and the role ended before that, or that somebody was erased. */
        public boolean neverKnown() {
            return kind.thing() == AuditKind.Thing.MEMBERSHIP && aboutId == null && !awaited;
        }

        /** The page of what it was done to; null where the reader has none. It tells which one it was, and no title. */
        public String link() {
            return dilemma != null ? "/dilemmas/" + dilemma : roundId != null ? "/rounds/" + roundId : null;
        }
    }
}
