// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.shared.Site;

/** Lets people in: keeps their roles, and tells each of them once by mail where to sign in and whom to ask. */
@ApplicationScoped
class Admission {
    @Inject
    EntityManager em;
    @Inject
    Outbox outbox;
    @Inject
    Audit audit;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** The ids of the roles. */
    List<UUID> admit(Actor actor, Programme programme, List<Membership> roles) {
        String coordinator = contact.of(programme.id());
        Map<String, String> names = namesOf(roles.stream().map(Membership::email).distinct().toList());
        roles.forEach(role -> {
            em.persist(role);
            audit.note(actor, role.deed(AuditKind.ROLE_GIVEN));
        });
        roles.forEach(role -> outbox.write(new Letter("welcome." + role.id(), role.email(), Letter.Kind.WELCOME, Map.of("naam", names.getOrDefault(role.email(), role.email()),
                "programma", programme.name(), "link", site.baseUrl() + "/programmes/" + programme.id(), "contact", coordinator))));
        return roles.stream().map(Membership::id).toList();
    }

    private Map<String, String> namesOf(List<String> emails) {
        return emails.isEmpty() ? Map.of() : em.createQuery("select p.email, p.name from Person p where p.guest = false and p.email in :emails", Object[].class).setParameter("emails", emails)
                .getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (one, other) -> one));
    }

    boolean isSelf(Actor actor, String email) {
        return email.equals(actor.email()) || actor.personId().equals(personWith(email));
    }

    UUID personWith(String email) {
        return em.createQuery("select p.id from Person p where p.guest = false and p.email = :email", UUID.class).setParameter("email", email)
                .getResultStream().findFirst().orElse(null);
    }

    /** An address as it is kept and compared. */
    static String normal(String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }
}
