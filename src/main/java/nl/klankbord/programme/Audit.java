// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** Writes down who did what in a programme, in the transaction of the deed itself. It has no place for what somebody wrote. */
@ApplicationScoped
public class Audit {
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    public void note(Actor by, Deed deed) {
        note(Actor.doer(by), deed);
    }

    /** @param by null: the machine */
    public void note(UUID by, Deed deed) {
        em.persist(new AuditEvent(by, deed, clock.instant()));
    }

    /**
     * @param dilemmaId of what happened in one dilemma: who sits there as host, peer or guest does not read it as a coordinator
     * @param aboutId   the person it was done to, if any
     * @param detail    the name of a role, phase, kind or status
     */
    public record Deed(AuditKind kind, UUID programmeId, UUID dilemmaId, UUID thingId, UUID aboutId, String detail) {
        public static Deed of(AuditKind kind, UUID programmeId, UUID thingId) {
            return new Deed(kind, programmeId, null, thingId, null, null);
        }

        public Deed in(UUID dilemma) {
            return new Deed(kind, programmeId, dilemma, thingId, aboutId, detail);
        }

        public Deed about(UUID person) {
            return new Deed(kind, programmeId, dilemmaId, thingId, person, detail);
        }

        public Deed as(Enum<?> name) {
            return new Deed(kind, programmeId, dilemmaId, thingId, aboutId, name == null ? null : name.name());
        }
    }
}
