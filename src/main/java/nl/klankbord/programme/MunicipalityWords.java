// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.PastedTable;

/** Municipalities as people write them: by name, also the one that is said, or by code. */
@ApplicationScoped
class MunicipalityWords {
    /** What most people call two of them, beside the names in the register. */
    private static final Map<String, String> SAID = Map.of("GM0518", "den haag", "GM0796", "den bosch");
    @Inject
    EntityManager em;

    /** Every municipality by each of its words. */
    Map<String, Municipality.Ref> all() {
        Map<String, Municipality.Ref> known = new HashMap<>();
        em.createQuery("select new nl.klankbord.identity.Municipality$Ref(g.code, g.name) from Municipality g", Municipality.Ref.class).getResultList().forEach(one -> {
            known.put(plain(one.code()), one);
            known.put(plain(one.name()), one);
            if (SAID.containsKey(one.code())) {
                known.put(SAID.get(one.code()), one);
            }
        });
        return known;
    }

    /** Empty when nobody is meant or nobody is known by that word. */
    Optional<Municipality.Ref> find(String written) {
        return blank(written) ? Optional.empty() : Optional.ofNullable(all().get(plain(written)));
    }

    static boolean blank(String written) {
        return written == null || written.isBlank();
    }

    static String plain(String written) {
        return PastedTable.plain(written).replaceFirst("^gemeente\\s+", "");
    }
}
