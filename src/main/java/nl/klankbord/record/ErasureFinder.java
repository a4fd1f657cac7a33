// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Decision;

/** A person who may be erased, as far as whoever asks for it knows her. */
@ApplicationScoped
public class ErasureFinder {
    /** Programmes of which this person {@code :person} is the only coordinator. */
    private static final String ALONE = """
            select pr.name from Membership m join Programme pr on pr.id = m.programmeId where m.personId = :person and m.role = COORDINATOR
            and not exists (select 1 from Membership o where o.programmeId = m.programmeId and o.role = COORDINATOR and (o.personId is null or o.personId <> :person)) order by pr.name""";
    @Inject
    EntityManager em;

    public Optional<Shown> of(Actor actor, UUID person) {
        List<String> alone = alone(person);
        return decide(actor, person) == Decision.HIDDEN ? Optional.empty() : em.createQuery("select p.name, p.email, p.guest from Person p where p.id = :id", Object[].class).setParameter("id", person)
                .getResultStream().findFirst().map(row -> {
                    boolean self = actor.personId().equals(person);
                    boolean guest = (Boolean) row[2];
                    // A guest is known to her circle alone.
                    return new Shown(person, self, guest, guest && !self ? null : (String) row[0], guest && !self ? null : (String) row[1], alone);
                });
    }

    public Decision decide(Actor actor, UUID person) {
        boolean there = !em.createQuery("select p.id from Person p where p.id = :id and p.erasedAt is null", UUID.class).setParameter("id", person).getResultList().isEmpty();
        return ErasurePolicy.erase(actor, person, there, !alone(person).isEmpty());
    }

    private List<String> alone(UUID person) {
        return em.createQuery(ALONE, String.class).setParameter("person", person).getResultList();
    }

    /** @param alone programmes that would have no coordinator left */
    public record Shown(UUID id, boolean self, boolean guest, String name, String email, List<String> alone) {
        public boolean blocked() {
            return !alone.isEmpty();
        }
    }
}
