// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import nl.klankbord.identity.Actor;

/** What keeps somebody from speaking for a municipality, and whom to ask: for herself alone. */
@ApplicationScoped
public class AwaitedFinder {
    private static final int MOST = 20;
    @Inject
    EntityManager em;

    /** Empty for who belongs to an organisation, or takes part in nothing for a municipality. */
    public Optional<Awaited> of(Actor actor) {
        if (!(actor instanceof Actor.OfPerson person) || person.organisation() != null) {
            return Optional.empty();
        }
        Optional<Awaited> awaited = em.createQuery("""
                        select new nl.klankbord.programme.AwaitedFinder$Awaited(g.code, g.name, case when m.confirmedAt is not null then true else false end) from Membership m
                        left join Municipality g on g.code = m.proposedMunicipality where m.personId = :me and (g.code is not null or m.role = PARTICIPANT)
                        order by case when g.code is null then 2 when m.confirmedAt is null then 1 else 0 end, m.id""", Awaited.class)
                .setParameter("me", actor.personId()).setMaxResults(1).getResultStream().findFirst();
        return awaited.map(found -> found.municipality == null || found.confirmed ? found : found.with(administrators(found.code)));
    }

    /** By name, those who speak for it themselves. */
    private List<String> administrators(String code) {
        return em.createQuery("select p.name from MunicipalityAdministrator a join Person p on p.id = a.personId join Organisation o on o.id = p.organisationId "
                        + "where a.municipalityCode = :code and o.municipalityCode = :code order by a.id", String.class)
                .setParameter("code", code).setMaxResults(MOST).getResultList();
    }

    /**
     * @param municipality   for which a coordinator proposed her, or null
     * @param confirmed      whether that municipality said yes: the next sign-in tells
     * @param administrators who can say so, by name
     */
    public record Awaited(String code, String municipality, boolean confirmed, List<String> administrators) {
        public Awaited(String code, String municipality, boolean confirmed) {
            this(code, municipality, confirmed, List.of());
        }

        Awaited with(List<String> administrators) {
            return new Awaited(code, municipality, confirmed, administrators);
        }

        public String names() {
            return String.join(", ", administrators);
        }
    }
}
