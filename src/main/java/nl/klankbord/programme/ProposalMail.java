// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

/** Asks who administers a municipality whether somebody speaks for it: one mail each, however many were added at once. */
@ApplicationScoped
class ProposalMail {
    private static final int MINUTES = 2;
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** @param roles given at once; of who speaks for a municipality already nothing is asked */
    void ask(Programme programme, List<Membership> roles) {
        if (roles.isEmpty()) {
            return;
        }
        em.createQuery("""
                        select distinct new nl.klankbord.programme.ProposalMail$Reader(a.name, a.email, a.language) from MunicipalityAdministrator ma
                        join Person a on a.id = ma.personId join Organisation ao on ao.id = a.organisationId and ao.municipalityCode = ma.municipalityCode
                        where exists (select 1 from Membership m left join Person p on p.id = m.personId where m.id in :roles and m.confirmedAt is null and %s)""".formatted(
                        ColleagueFinder.PROPOSED.replace(":gm", "ma.municipalityCode")), Reader.class)
                .setParameter("roles", roles.stream().map(Membership::id).toList()).getResultList()
                .forEach(reader -> outbox.write(new Letter("proposal." + roles.getFirst().id() + "." + reader.email, reader.email, Texts.locale(reader.language), Letter.Kind.PROPOSAL,
                        Map.of("naam", reader.name, "programma", programme.name(), "minuten", MINUTES, "link", site.baseUrl() + "/municipality", "contact", contact.of(programme.id())))));
    }

    record Reader(String name, String email, String language) {}
}
