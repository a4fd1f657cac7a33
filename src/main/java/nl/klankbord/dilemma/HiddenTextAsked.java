// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;

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
        return Stream.concat(tasks(actor, "look-at-hidden", HiddenTextFinder.wrote(kinds)), tasks(actor, Waiting.HIDDEN_TEXT, DilemmaAccess.COORDINATES)).toList();
    }

    private Stream<Task> tasks(Actor actor, String what, String condition) {
        return em.createQuery(TASK + condition + " and " + HiddenTextFinder.reads(kinds) + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task(what, row.title, row.host, null, MINUTES, "/dilemmas/" + row.id + "#hidden"));
    }

    /** The coordinator is waited for, as far as she may know of the text. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.dilemma.HiddenTextAsked$Hidden(d.id, min(tr.reportedAt)) from TextReport tr join Dilemma d on d.id = tr.dilemmaId where d.roundId in :rounds and "
                        + HiddenTextFinder.CLOSED + " and d.phase not in (CLOSED, WITHDRAWN) and " + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.COORDINATES + " and " + HiddenTextFinder.reads(kinds) + " group by d.id", Hidden.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(hidden -> new Waiting(Who.COORDINATOR, Waiting.HIDDEN_TEXT, null, hidden.id, null, hidden.since, MINUTES, "/dilemmas/" + hidden.id + "#hidden")).toList();
    }

    record Hidden(UUID id, Instant since) {}

    record Row(UUID id, String title, String host) {}
}
