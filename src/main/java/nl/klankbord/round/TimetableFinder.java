// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;

/** The timetables of all rounds of a programme at once, for who may read its rounds. */
@ApplicationScoped
public class TimetableFinder {
    @Inject
    EntityManager em;

    public Map<UUID, Timetable> inProgramme(Actor actor, UUID programmeId) {
        Map<UUID, Timetable> found = new HashMap<>();
        em.createQuery("select new nl.klankbord.round.TimetableFinder$Row(r.id, key(d), value(d)) from Round r join r.deadlines d where r.programmeId = :programme and "
                        + ProgrammeAccess.member("r.programmeId") + " and " + ProgrammeAccess.rulesAccepted("r.programmeId"), Row.class)
                .setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultStream()
                .forEach(row -> found.computeIfAbsent(row.round, id -> new Timetable(new EnumMap<>(Stage.class))).endsAt().put(row.stage, row.endsAt));
        return found;
    }

    record Row(UUID round, Stage stage, Instant endsAt) {}
}
