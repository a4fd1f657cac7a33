// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** A text of a dilemma that was hidden asks its writer to put it in other words, and the coordinator to talk with her. */
@ApplicationScoped
class HiddenTextAsked implements Asked {
    private static final int MINUTES = 5;
    private static final String TASK = "select distinct new nl.klankbord.dilemma.HiddenTextAsked$Row(d.id, d.title, h.name) from TextReport tr join Dilemma d on d.id = tr.dilemmaId "
            + "join Municipality h on h.code = d.hostMunicipality where " + HiddenTextFinder.CLOSED + " and d.phase not in (CLOSED, WITHDRAWN) and " + DilemmaAccess.IN_CIRCLE + " and ";
    @Inject
    EntityManager em;
    @Inject
    @All
    List<Reportable> kinds;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.concat(tasks(actor, "look-at-hidden", HiddenTextFinder.wrote(kinds)), tasks(actor, "look-at-report", DilemmaAccess.COORDINATES)).toList();
    }

    private Stream<Task> tasks(Actor actor, String what, String condition) {
        return em.createQuery(TASK + condition + " and " + HiddenTextFinder.reads(kinds) + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task(what, row.title, row.host, null, MINUTES, "/dilemmas/" + row.id + "#hidden"));
    }

    /** Nobody waits for a text. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }

    record Row(UUID id, String title, String host) {}
}
