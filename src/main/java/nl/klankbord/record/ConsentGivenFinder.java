// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import nl.klankbord.identity.Actor;

/** Whether the actor lets the municipality spoken for have what she writes for it. */
@ApplicationScoped
public class ConsentGivenFinder {
    @Inject
    EntityManager em;

    /** Empty for a guest. */
    public Optional<Given> of(Actor actor) {
        return em.createQuery("select new nl.klankbord.record.ConsentGivenFinder$Given(m.name, case when exists (select 1 from RecordConsent rc where rc.personId = :me and rc.municipalityCode = m.code) then true else false end, "
                + "case when exists (select 1 from RecordConsent rf where rf.personId = :me and rf.municipalityCode = m.code and rf.files = true) then true else false end) "
                + "from Person p left join Municipality m on m.code = :gm where p.id = :me and p.guest = false", Given.class).setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).getResultStream().findFirst();
    }

    /** @param municipality null for who speaks for none; @param files also of files: not by a yes from before that was asked */
    public record Given(String municipality, boolean given, boolean files) {}
}
