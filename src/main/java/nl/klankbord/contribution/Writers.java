// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Keeps who wrote on a reflection and on its mirror, and what was theirs. In the transaction of the write. */
@ApplicationScoped
class Writers {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    /** It was just made by its author. */
    void begin(Contribution contribution) {
        if (!contribution.content().blank()) {
            of(contribution, contribution.authorId()).write(contribution.content(), clock.instant());
        }
    }

    /** Whoever saves what is there already wrote nothing. @param offered the host's own list of assumptions */
    void goOn(Actor actor, Contribution contribution, ContributionText content, List<String> offered) {
        ContributionText before = contribution.content();
        UUID last = contribution.lastWriter();
        if (contribution.write(content, offered, actor.personId())) {
            keep(contribution, last, before);
            of(contribution, actor.personId()).write(contribution.content(), clock.instant());
        }
    }

    /** Left out, it is left alone; only an empty one clears it. */
    void mirror(Actor actor, Contribution contribution, String text) {
        Mirror mirror = text == null ? null : em.find(Mirror.class, contribution.id());
        if (text == null || text.equals(mirror == null ? "" : mirror.text())) {
            return;
        }
        Instant now = clock.instant();
        if (mirror == null) {
            em.persist(new Mirror(contribution.id(), contribution.seatId(), text, now));
        } else {
            keep(contribution, mirror);
            mirror.write(text, now);
        }
        if (!text.isEmpty() || known(contribution, actor.personId()).filter(ContributionWriter::mirrored).isPresent()) {
            of(contribution, actor.personId()).mirror(text, now);
        }
    }

    /** An earlier release, still running beside this one, keeps no writers: what it wrote is kept before somebody goes on from there. */
    private void keep(Contribution contribution, UUID last, ContributionText before) {
        if (!before.blank() && known(contribution, last).isEmpty()) {
            of(contribution, last).write(before, contribution.createdAt());
        }
    }

    private void keep(Contribution contribution, Mirror mirror) {
        if (!mirror.text().isEmpty() && em.createQuery("select count(*) from ContributionWriter w where w.contributionId = :id and w.mirrorSince is not null", Long.class)
                .setParameter("id", contribution.id()).getSingleResult() == 0) {
            of(contribution, contribution.lastWriter()).mirror(mirror.text(), contribution.createdAt());
        }
    }

    private Optional<ContributionWriter> known(Contribution contribution, UUID person) {
        return Optional.ofNullable(em.find(ContributionWriter.class, new ContributionWriter.Key(contribution.id(), person)));
    }

    private ContributionWriter of(Contribution contribution, UUID person) {
        return known(contribution, person).orElseGet(() -> {
            ContributionWriter writer = new ContributionWriter(contribution.dilemmaId(), new ContributionWriter.Key(contribution.id(), person));
            em.persist(writer);
            return writer;
        });
    }
}
