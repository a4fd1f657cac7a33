// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
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
                        select new nl.klankbord.identity.MunicipalityFinder$Entry(m.code, m.name, m.province, m.sizeClass, m.inhabitants, m.urbanity)
                        from Municipality m where m.name like concat('%', :words, '%') escape '!' and m.name > :after order by m.name""", Entry.class)
                .setParameter("words", words.replaceAll("([!%_])", "!$1")).setParameter("after", after)
                .setMaxResults(limit).getResultList();
    }

    /** Of how many the figures were read in, and of how many in all. */
    public Described described(Actor actor) {
        return em.createQuery("select new nl.klankbord.identity.MunicipalityFinder$Described(count(m.urbanity), count(m)) from Municipality m", Described.class).getSingleResult();
    }

    public record Described(long known, long all) {}

    /** @param tooi URI of the municipality in the national register of government bodies */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(String code, String name, String province, String tooi, Municipality.SizeClass size, Integer inhabitants, Municipality.Urbanity urbanity) {
        public Entry(String code, String name, String province, Municipality.SizeClass size, Integer inhabitants, Municipality.Urbanity urbanity) {
            this(code, name, province, "https://identifier.overheid.nl/tooi/id/gemeente/" + code.toLowerCase(), size, inhabitants, urbanity);
        }
    }
}
