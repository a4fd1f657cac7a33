// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.shared.Outcome;

/** Says how long the texts of a programme stay, and what becomes of them then. It opens nothing to anybody. */
@ApplicationScoped
public class WriteRetention {
    /** A quarter leaves time to tell everyone and to take along what one wrote. */
    public static final int FEWEST_MONTHS = 3;
    public static final int MOST_MONTHS = 240;
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;
    @Inject
    Audit audit;

    @Transactional
    public Outcome<Integer> set(Actor actor, UUID id, Expected expected, Term term) {
        Decision decision = programmes.standing(actor, id).map(standing -> ProgrammePolicy.decide(standing, ProgrammePolicy.Action.SET_RETENTION)).orElse(Decision.HIDDEN);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Programme programme = em.find(Programme.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!expected.is(programme.version())) {
            return expected.stale();
        }
        if (term.months() == null != (term.way() == null)) {
            return Outcome.invalid(term.way() == null ? "way" : "months", "required");
        }
        if (term.months() != null && (term.months() < FEWEST_MONTHS || term.months() > MOST_MONTHS)) {
            return Outcome.invalid("months", "retention-months", FEWEST_MONTHS, MOST_MONTHS);
        }
        programme.retain(term.months(), term.way());
        audit.note(actor, Audit.Deed.of(AuditKind.RETENTION_CHANGED, id, id).as(term.way()));
        em.flush();
        return Outcome.done(programme.version());
    }

    /** @param months after a dilemma is closed; both null: texts stay */
    public record Term(Integer months, RetentionWay way) {}
}
