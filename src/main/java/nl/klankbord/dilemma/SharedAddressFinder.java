// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProfilePolicy;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Ids;

/** With whom the actor is in touch after a review: both sit in its circle as host or peer, and both share their mail address there. */
@ApplicationScoped
public class SharedAddressFinder {
    private static final String OWN = """
             from SharedAddress own join Dilemma d on d.id = own.dilemmaId
            join SeatPerson mine on mine.dilemmaId = own.dilemmaId and mine.personId = own.personId and mine.leftAt is null and mine.kind in (HOST, PEER) and mine.seatedAt <= own.sharedAt""";
    /** Each said so when the other sat there already: nobody's address goes to who came later without a new yes. */
    private static final String IN_TOUCH = OWN + """
             join SharedAddress theirs on theirs.dilemmaId = own.dilemmaId and theirs.personId <> own.personId and theirs.sharedAt >= mine.seatedAt
            join SeatPerson other on other.dilemmaId = own.dilemmaId and other.personId = theirs.personId and other.leftAt is null and other.kind in (HOST, PEER)
              and other.seatedAt <= theirs.sharedAt and other.seatedAt <= own.sharedAt
            join Person p on p.id = theirs.personId join Seat s on s.id = other.seatId left join Municipality m on m.code = s.municipalityCode
            where own.personId = :me and d.phase in (FOLLOW_UP, CLOSED) and %s and %s""".formatted(DilemmaAccess.IN_CIRCLE, ProgrammeAccess.member("d.programmeId").replace(":me", "p.id"));
    private static final String ROWS = "select new nl.klankbord.dilemma.SharedAddressFinder$Row(p.id, p.name, p.email, m.code, m.name, d.id, d.title)" + IN_TOUCH;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;

    /** Over all circles, by name; empty for a guest, who comes for one circle alone. A page begins after somebody the actor is in touch with, or else at the first. */
    public Optional<Mine> of(Actor actor, Cursor cursor) {
        if (!ProfilePolicy.change(actor, actor.personId()).granted()) {
            return Optional.empty();
        }
        UUID me = actor.personId();
        boolean shares = em.createQuery("select count(*) from SharedAddress own where own.personId = :me", Long.class).setParameter("me", me).getSingleResult() > 0;
        String last = em.createQuery("select p.name" + IN_TOUCH + " and p.id = :after", String.class).setParameter("me", me).setParameter("after", cursor.after()).setMaxResults(1).getResultStream().findFirst().orElse("");
        Cursor.Items<Someone> page = cursor.page(em.createQuery("select distinct new nl.klankbord.dilemma.SharedAddressFinder$Someone(p.id, p.name)" + IN_TOUCH
                        + " and (p.name > :last or p.name = :last and p.id > :after) order by p.name, p.id", Someone.class)
                .setParameter("me", me).setParameter("last", last).setParameter("after", cursor.after()).setMaxResults(cursor.limit() + 1).getResultList(), Someone::id);
        // Nobody is in touch with herself.
        List<UUID> people = Ids.with(me, page.items().stream().map(Someone::id).toList());
        Map<UUID, List<Row>> rows = em.createQuery(ROWS + " and p.id in :people order by p.name, p.id, d.id desc", Row.class).setParameter("me", me).setParameter("people", people)
                .getResultStream().collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        return Optional.of(new Mine(new Cursor.Items<>(rows.values().stream().map(Contact::of).toList(), page.next()), shares));
    }

    /** In one circle; empty for who may not share there. */
    public Optional<Here> at(Actor actor, UUID dilemmaId) {
        return standings.decide(actor, dilemmaId, DilemmaDeed.SHARE_ADDRESS).granted() ? Optional.of(em.createQuery("select new nl.klankbord.dilemma.SharedAddressFinder$Here(own.sharedAt, "
                        + "case when exists (select 1 from SeatPerson np where np.dilemmaId = own.dilemmaId and np.leftAt is null and np.kind in (HOST, PEER) and np.seatedAt > own.sharedAt) then true else false end)"
                        + OWN + " where own.personId = :me and own.dilemmaId = :dilemma", Here.class).setParameter("me", actor.personId()).setParameter("dilemma", dilemmaId).getResultStream().findFirst().orElse(new Here(null, false))
                .with(em.createQuery(ROWS + " and d.id = :dilemma order by p.name, p.id", Row.class).setParameter("me", actor.personId()).setParameter("dilemma", dilemmaId)
                        .getResultStream().map(Contact::here).toList())) : Optional.empty();
    }

    /** What the actor said, to take along. */
    public List<Own> own(Actor actor) {
        return em.createQuery("select new nl.klankbord.dilemma.SharedAddressFinder$Own(own.dilemmaId, own.sharedAt) from SharedAddress own where own.personId = :me order by own.dilemmaId", Own.class)
                .setParameter("me", actor.personId()).getResultList();
    }

    /** @param shares whether there is anything to take back, also where nobody else shares */
    public record Mine(Cursor.Items<Contact> contacts, boolean shares) {}

    /**
     * @param sharedAt null where the actor does not share, who then sees nobody
     * @param later    whether somebody came to sit there since, who sees nothing of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Here(Instant sharedAt, boolean later, List<Contact> items) {
        public Here(Instant sharedAt, boolean later) {
            this(sharedAt, later, List.of());
        }

        Here with(List<Contact> contacts) {
            return new Here(sharedAt, later, contacts);
        }
    }

    /** @param municipality whose seat she has; {@code circles} that both sit in, the latest first, left out where it is about one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(UUID id, String name, String email, Municipality.Ref municipality, List<Table> circles) {
        static Contact of(List<Row> rows) {
            Contact latest = here(rows.getFirst());
            return new Contact(latest.id, latest.name, latest.email, latest.municipality, rows.stream().map(row -> new Table(row.dilemmaId, row.title)).toList());
        }

        static Contact here(Row row) {
            return new Contact(row.id, row.name, row.email, row.code == null ? null : new Municipality.Ref(row.code, row.municipality), null);
        }
    }

    public record Table(UUID dilemmaId, String title) {}

    public record Own(UUID dilemmaId, Instant sharedAt) {}

    record Someone(UUID id, String name) {}

    record Row(UUID id, String name, String email, String code, String municipality, UUID dilemmaId, String title) {}
}
