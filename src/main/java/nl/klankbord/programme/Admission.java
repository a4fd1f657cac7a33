// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.KeycloakAccounts;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

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
    InviteToKeycloak invitations;
    @Inject
    MailAccountLink links;
    @Inject
    ProposalMail proposals;
    @Inject
    KeycloakAccounts accounts;
    @Inject
    Texts texts;
    @Inject
    Site site;
    @Inject
    Event<Membership.Given> given;

    /** The ids of the roles. */
    List<UUID> admit(Actor actor, Programme programme, List<Membership> roles) {
        String coordinator = contact.of(programme.id());
        Map<String, Reader> known = known(roles.stream().map(Membership::email).distinct().toList());
        roles.forEach(role -> {
            em.persist(role);
            audit.note(actor, role.deed(AuditKind.ROLE_GIVEN));
        });
        roles.forEach(this::letMakeAccount);
        roles.forEach(role -> welcome(role, known.getOrDefault(role.email(), new Reader(role.email(), role.email(), null)), programme, coordinator));
        proposals.ask(programme, roles);
        roles.forEach(role -> given.fire(role.given()));
        return roles.stream().map(Membership::id).toList();
    }

    /** Of her municipality when that lets her take part, and else one that speaks for nobody yet: one link, however many roles. */
    void letMakeAccount(Membership role) {
        if (role.pending()) {
            em.createQuery("select m.municipalityCode from Membership m where m.email = :email and m.personId is null and m.municipalityCode is not null order by m.id desc", String.class)
                    .setParameter("email", role.email()).setMaxResults(1).getResultStream().findFirst()
                    .ifPresentOrElse(municipality -> invitations.later(municipality, role.email()), () -> links.later(role.email()));
        }
    }

    private void welcome(Membership role, Reader reader, Programme programme, String coordinator) {
        Locale language = Texts.locale(reader.language);
        outbox.write(new Letter("welcome." + role.id(), role.email(), language, Letter.Kind.WELCOME, Map.of("naam", reader.name,
                "account", texts.get(language, accounts.invites() ? "welcome.account.link" : "welcome.account.own"), "programma", programme.name(), "link", site.baseUrl() + "/programmes/" + programme.id(), "contact", coordinator)));
    }

    private Map<String, Reader> known(List<String> emails) {
        return emails.isEmpty() ? Map.of() : em.createQuery("select new nl.klankbord.programme.Admission$Reader(p.email, p.name, p.language) from Person p where p.guest = false and p.email in :emails", Reader.class)
                .setParameter("emails", emails).getResultStream().collect(Collectors.toMap(Reader::email, reader -> reader, (one, other) -> one));
    }

    boolean isSelf(Actor actor, String email) {
        return email.equals(actor.email()) || actor.personId().equals(personWith(email));
    }

    UUID personWith(String email) {
        return em.createQuery("select p.id from Person p where p.guest = false and p.email = :email", UUID.class).setParameter("email", email)
                .getResultStream().findFirst().orElse(null);
    }

    /** For which municipality those of them speak who have a role here already, by address. Of who has none a coordinator reads the same as of any address. */
    Map<String, String> municipalities(UUID programme, Collection<String> emails) {
        return em.createQuery("select distinct p.email, o.municipalityCode from Person p join Organisation o on o.id = p.organisationId join Membership m on m.personId = p.id "
                        + "where m.programmeId = :programme and o.municipalityCode is not null and p.email in :emails", Object[].class)
                .setParameter("programme", programme).setParameter("emails", emails).getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (one, other) -> one));
    }

    /** An address as it is kept and compared. */
    static String normal(String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }

    record Reader(String email, String name, String language) {}
}
