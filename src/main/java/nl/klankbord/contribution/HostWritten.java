// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.VersionKind;
import nl.klankbord.identity.Actor;

/** What hosts write beside the conversation stays its writers' too: versions of their dilemma, answers to peers, and the closing. */
@ApplicationScoped
class HostWritten implements Written {
    @Inject
    EntityManager em;

    @Override
    public String name() {
        return "asHost";
    }

    @Override
    public List<Text> own(Actor actor) {
        return Stream.of(texts(actor, "Version(v.dilemmaId, v.kind, v.canvas, v.writtenAt) from DilemmaVersion v where v.writtenBy = :me order by v.writtenAt, v.id"),
                texts(actor, "Answer(s.dilemmaId, s.id, s.hostChoice, s.hostWhy) from Seat s where s.hostAnsweredBy = :me order by s.id"),
                texts(actor, "Answer(c.dilemmaId, c.seatId, c.hostChoice, c.hostWhy) from Contribution c where c.hostAnsweredBy = :me order by c.id"),
                texts(actor, "Closing(d.id, case when coalesce(d.worksBy, d.closedBy) = :me then d.works end, case when coalesce(d.nextStepBy, d.closedBy) = :me then d.nextStep end, "
                        + "case when coalesce(d.stillOpenBy, d.closedBy) = :me then d.stillOpen end, d.closedAt) from Dilemma d where (d.closedBy = :me or d.worksBy = :me or d.nextStepBy = :me or d.stillOpenBy = :me) "
                        + "and d.works is not null order by d.id")).flatMap(List::stream).toList();
    }

    private List<Text> texts(Actor actor, String which) {
        return em.createQuery("select new nl.klankbord.contribution.HostWritten$" + which, Text.class).setParameter("me", actor.personId()).getResultList();
    }

    /** The whole circle reads it, whoever came when. */
    @Override
    public String before() {
        return "1 = 0";
    }

    sealed interface Text {}

    record Version(UUID dilemmaId, VersionKind kind, Canvas canvas, Instant at) implements Text {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID dilemmaId, UUID seatId, HostChoice choice, String why) implements Text {}

    /** Each part to who wrote it as it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closing(UUID dilemmaId, String works, String nextStep, String stillOpen, Instant at) implements Text {}
}
