// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Whom to ask in a programme: its first coordinator. */
@ApplicationScoped
public class Contact {
    @Inject
    EntityManager em;

    /** Name and address, for a letter to a member. */
    public String of(UUID programmeId) {
        return em.createQuery("select coalesce(concat(p.name, ', ', p.email), m.email) from Membership m left join Person p on p.id = m.personId "
                        + "where m.programmeId = :id and m.role = COORDINATOR order by m.id", String.class)
                .setParameter("id", programmeId).setMaxResults(1).getResultStream().findFirst().orElse("");
    }
}
