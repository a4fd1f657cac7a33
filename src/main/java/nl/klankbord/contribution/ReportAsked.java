// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;
import nl.klankbord.round.Who;

/** A text that was hidden asks its writer to look again, and the coordinator to talk with her. */
@ApplicationScoped
class ReportAsked implements Asked {
    private static final int MINUTES = 5;
    private static final String TASK = "select distinct new nl.klankbord.contribution.ReportAsked$Row(d.id, d.title, h.name) from Contribution c join Dilemma d on d.id = c.dilemmaId "
            + "join Municipality h on h.code = d.hostMunicipality where c.hiddenAt is not null and c.withdrawnAt is null and d.phase <> CLOSED and " + DilemmaAccess.IN_CIRCLE + " and " + ContributionAccess.READS + " and ";
    @Inject
    EntityManager em;

    @Override
    public List<Task> of(Actor actor) {
        return Stream.concat(tasks(actor, "look-at-hidden", ContributionAccess.OWN), tasks(actor, Waiting.HIDDEN_TEXT, DilemmaAccess.COORDINATES)).toList();
    }

    private Stream<Task> tasks(Actor actor, String what, String condition) {
        return em.createQuery(TASK + condition + " order by d.id", Row.class).setParameter("me", actor.personId()).setMaxResults(50).getResultStream()
                .map(row -> new Task(what, row.title, row.host, null, MINUTES, "/dilemmas/" + row.id + "#conversation"));
    }

    /** The coordinator is waited for, as far as she may know of the text. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.contribution.ReportAsked$Hidden(d.id, min(c.hiddenAt)) from Contribution c join Dilemma d on d.id = c.dilemmaId where d.roundId in :rounds and c.hiddenAt is not null and c.withdrawnAt is null "
                        + "and d.phase <> CLOSED and " + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.COORDINATES + " and " + ContributionAccess.READS + " group by d.id", Hidden.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultStream()
                .map(hidden -> new Waiting(Who.COORDINATOR, Waiting.HIDDEN_TEXT, null, hidden.id, null, hidden.since, MINUTES, "/dilemmas/" + hidden.id + "#conversation")).toList();
    }

    record Hidden(UUID id, Instant since) {}

    record Row(UUID id, String title, String host) {}
}
