// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** How long work takes, as the people of a programme said; never who said it. */
@ApplicationScoped
public class TimeTaken {
    private static final UUID NONE = new UUID(0, 0);
    @Inject
    EntityManager em;

    /** What is asked of the actor, each with the minutes that such work takes in its programme. As many statements for forty tasks as for none. */
    public List<Asked.Task> corrected(Actor actor, List<Asked.Task> tasks) {
        Set<UUID> ids = tasks.stream().map(Asked.Task::dilemmaId).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        ids.add(NONE);
        Map<UUID, UUID> programmes = em.createQuery("select new nl.klankbord.board.TimeTaken$In(d.id, d.programmeId) from Dilemma d where d.id in :ids", In.class).setParameter("ids", ids)
                .getResultStream().collect(Collectors.toMap(In::dilemmaId, In::programmeId));
        Map<UUID, Estimate> estimates = in(programmes.values());
        return tasks.stream().map(task -> task.dilemmaId() == null ? task
                : task.taking(estimates.getOrDefault(programmes.get(task.dilemmaId()), Estimate.NONE).corrected(task.what(), task.minutes()))).toList();
    }

    Estimate in(UUID programmeId) {
        return in(Set.of(programmeId)).getOrDefault(programmeId, Estimate.NONE);
    }

    private Map<UUID, Estimate> in(Collection<UUID> programmeIds) {
        Set<UUID> ids = new HashSet<>(programmeIds);
        ids.add(NONE);
        return em.createQuery("select new nl.klankbord.board.TimeTaken$Said(d.programmeId, e.effort, e.municipalityCode, e.answer) from EffortAnswer e join Dilemma d on d.id = e.dilemmaId "
                        + "where d.programmeId in :programmes and e.municipalityCode is not null", Said.class).setParameter("programmes", ids).getResultStream()
                .collect(Collectors.groupingBy(Said::programmeId, Collectors.collectingAndThen(Collectors.mapping(Said::answer, Collectors.toList()), Estimate::of)));
    }

    record In(UUID dilemmaId, UUID programmeId) {}

    record Said(UUID programmeId, Effort effort, String municipality, Effort.Answer said) {
        Estimate.Said answer() {
            return new Estimate.Said(effort, municipality, said);
        }
    }
}
