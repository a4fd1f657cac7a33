// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.contribution.Written;
import nl.klankbord.identity.Actor;

/** Steps stay their writers', like all that people write. */
@ApplicationScoped
class StepWritten implements Written {
    @Inject
    EntityManager em;

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public List<Text> own(Actor actor) {
        return em.createQuery("select new nl.klankbord.step.StepWritten$Text(st.id, st.dilemmaId, case when st.writtenBy = :me then st.text end, case when " + StepAccess.ON_SEAT + " then st.dueOn end, case when st.reportedBy = :me then st.outcome end, "
                        + "case when st.reportedBy = :me then st.report end, st.createdAt) from Step st join Dilemma d on d.id = st.dilemmaId where " + StepAccess.OWN + " order by st.id", Text.class)
                .setParameter("me", actor.personId()).getResultList();
    }

    @Override
    public String before() {
        return "exists (select 1 from Step ws where ws.seatId = np.seatId and (ws.createdAt < np.seatedAt and (ws.authorId = :me or ws.writtenBy = :me) or ws.reportedAt < np.seatedAt and ws.reportedBy = :me))";
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(UUID id, UUID dilemmaId, String text, LocalDate dueOn, StepOutcome outcome, String report, Instant createdAt) {}
}
