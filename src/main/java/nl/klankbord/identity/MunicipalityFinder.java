// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The register of municipalities, for everyone signed in. */
@ApplicationScoped
public class MunicipalityFinder {
    @Inject
    EntityManager em;

    /** Those whose name contains the words, by name; at most {@code limit} after the name {@code after}. */
    public List<Entry> search(Actor actor, String words, String after, int limit) {
        return em.createQuery("""
                        select new nl.klankbord.identity.MunicipalityFinder$Entry(m.code, m.name, m.province)
                        from Municipality m where m.name like concat('%', :words, '%') escape '!' and m.name > :after order by m.name""", Entry.class)
                .setParameter("words", words.replaceAll("([!%_])", "!$1")).setParameter("after", after)
                .setMaxResults(limit).getResultList();
    }

    /** @param tooi URI of the municipality in the national register of government bodies */
    public record Entry(String code, String name, String province, String tooi) {
        public Entry(String code, String name, String province) {
            this(code, name, province, "https://identifier.overheid.nl/tooi/id/gemeente/" + code.toLowerCase());
        }
    }
}
