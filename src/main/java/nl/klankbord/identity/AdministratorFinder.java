// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.identity.MunicipalityPolicy.Action;
import nl.klankbord.shared.Cursor;

/** Who administers a municipality. */
@ApplicationScoped
public class AdministratorFinder {
    private static final String ENTRIES = """
            select new nl.klankbord.identity.AdministratorFinder$Entry(a.id, g.code, g.name, a.email, p.name, case when o.municipalityCode = g.code then true else false end)
            from MunicipalityAdministrator a join Municipality g on g.code = a.municipalityCode
            left join Person p on p.id = a.personId left join Organisation o on o.id = p.organisationId
            where :admin = true and (:code = '' or a.municipalityCode = :code) and a.id > :after order by a.id""";
    @Inject
    EntityManager em;

    /** What the actor is to a municipality, by its code. */
    public MunicipalityStanding standing(Actor actor, String code) {
        return em.createQuery("""
                        select new nl.klankbord.identity.MunicipalityStanding(true,
                          case when exists (select 1 from MunicipalityAdministrator a where a.municipalityCode = g.code and a.personId = :me and g.code = :own) then true else false end,
                          case when :admin = true then true else false end)
                        from Municipality g where g.code = :code""", MunicipalityStanding.class)
                .setParameter("code", code == null ? "" : code).setParameter("me", actor.personId()).setParameter("own", actor.municipality()).setParameter("admin", actor.platformAdmin())
                .getResultStream().findFirst().orElse(new MunicipalityStanding(false, false, actor.platformAdmin()));
    }

    /** Those of one municipality, for who names them. */
    public Optional<Cursor.Items<Entry>> of(Actor actor, String code, Cursor cursor) {
        return MunicipalityPolicy.decide(standing(actor, code), Action.NAME_ADMINISTRATORS).granted() ? Optional.of(entries(actor, code, cursor)) : Optional.empty();
    }

    /** Those of all municipalities, for who names them. */
    public Optional<Cursor.Items<Entry>> all(Actor actor, Cursor cursor) {
        return MunicipalityPolicy.nameAny(actor).granted() ? Optional.of(entries(actor, "", cursor)) : Optional.empty();
    }

    private Cursor.Items<Entry> entries(Actor actor, String code, Cursor cursor) {
        return cursor.page(em.createQuery(ENTRIES, Entry.class).setParameter("admin", actor.platformAdmin()).setParameter("code", code).setParameter("after", cursor.after())
                .setMaxResults(cursor.limit() + 1).getResultList(), Entry::id);
    }

    /**
     * @param name   null until this address has signed in
     * @param counts whether this person speaks for the municipality now
     */
    public record Entry(UUID id, String code, String municipality, String email, String name, boolean counts) {
        public boolean pending() {
            return name == null;
        }
    }
}
