// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.WorkingDays;

/** A round in preparation asks its coordinator to open the call, on the day it is to open. */
@ApplicationScoped
class RoundAsked implements Asked {
    private static final int MINUTES = 5;
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    @Override
    public List<Task> of(Actor actor) {
        return rows(actor, "r.phase = DRAFT").setMaxResults(50).getResultStream()
                .map(row -> new Task("open-call", row.title, row.programme, WorkingDays.endOf(row.opensOn), MINUTES, row.path())).toList();
    }

    /** Before its day a round waits for nobody. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return rows(actor, "r.phase = DRAFT and r.id in :rounds").setParameter("rounds", roundIds).getResultStream()
                .map(row -> Waiting.ofRound(row.id, "open-call", WorkingDays.endOf(row.opensOn), row.opensOn.atStartOfDay(WorkingDays.ZONE).toInstant(), MINUTES, row.path())).toList();
    }

    private TypedQuery<Row> rows(Actor actor, String which) {
        return em.createQuery("select new nl.klankbord.round.RoundAsked$Row(r.id, r.title, p.name, r.opensOn) from Round r join Programme p on p.id = r.programmeId where " + which
                        + " and r.opensOn <= :today and " + ProgrammeAccess.rulesAccepted("p.id") + " and " + ProgrammeAccess.has(Role.COORDINATOR, "p.id") + " order by r.id", Row.class)
                .setParameter("me", actor.personId()).setParameter("today", WorkingDays.dayOf(clock.instant()));
    }

    record Row(UUID id, String title, String programme, LocalDate opensOn) {
        String path() {
            return "/rounds/" + id + "#next";
        }
    }
}
