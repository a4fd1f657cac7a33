// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
        return em.createQuery("select new nl.klankbord.round.RoundAsked$Row(r.id, r.title, p.name, r.opensOn) from Round r join Programme p on p.id = r.programmeId where r.phase = DRAFT "
                        + "and r.opensOn <= :today and " + ProgrammeAccess.rulesAccepted("p.id") + " and " + ProgrammeAccess.has(Role.COORDINATOR, "p.id") + " order by r.id", Row.class)
                .setParameter("me", actor.personId()).setParameter("today", WorkingDays.dayOf(clock.instant())).setMaxResults(50).getResultStream()
                .map(row -> new Task("open-call", row.title, row.programme, WorkingDays.endOf(row.opensOn), MINUTES, "/rounds/" + row.id)).toList();
    }

    /** A round waits for nobody before it begins. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }

    record Row(UUID id, String title, String programme, LocalDate opensOn) {}
}
