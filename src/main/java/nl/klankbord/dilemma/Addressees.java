// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.programme.ProgrammeAccess;

/** To whom a letter about what happens to a dilemma goes: only to who knows of it already. */
@ApplicationScoped
public class Addressees {
    private static final String READER = "select distinct new nl.klankbord.dilemma.Addressees$Reader(p.id, %s, %s, p.language, pr.id, pr.name) from Dilemma d join Programme pr on pr.id = d.programmeId ";
    private static final String PERSON = READER.formatted("p.name", "p.email");
    private static final String MEMBER = READER.formatted("coalesce(p.name, m.email)", "m.email");
    @Inject
    EntityManager em;

    /** Everyone on a seat, guests too. */
    public List<Reader> seated(UUID dilemmaId) {
        return read(PERSON + "join SeatPerson sp on sp.dilemmaId = d.id and sp.leftAt is null join Person p on p.id = sp.personId where d.id = :id", dilemmaId);
    }

    /** Who was asked and has not answered: those to whom the invitation went. */
    public List<Reader> invited(UUID dilemmaId) {
        return Stream.of(read(MEMBER + """
                join Seat s on s.dilemmaId = d.id and s.status = INVITED join Membership m on m.programmeId = d.programmeId
                left join Person p on p.id = m.personId left join Organisation o on o.id = p.organisationId
                where d.id = :id and (s.kind = PEER and m.role = PARTICIPANT and o.municipalityCode = s.municipalityCode
                 or s.kind = FACILITATOR and m.role = FACILITATOR and m.email = s.invitedEmail)""", dilemmaId),
                read(PERSON + "join Seat s on s.dilemmaId = d.id and s.status = INVITED and s.kind = GUEST join Person p on p.id = s.guestId where d.id = :id", dilemmaId)).flatMap(List::stream).toList();
    }

    /** Those who read it: without the house rules nobody reads anything, and who sat there left that to others. */
    public List<Reader> coordinators(UUID dilemmaId) {
        return read(PERSON + "join Membership m on m.programmeId = d.programmeId and m.role = COORDINATOR join Person p on p.id = m.personId where d.id = :id and %s and not %s".formatted(
                ProgrammeAccess.rulesAccepted("d.programmeId").replace(":me", "p.id"), DilemmaAccess.SAT.replace(":me", "p.id")), dilemmaId);
    }

    private List<Reader> read(String query, UUID dilemmaId) {
        return em.createQuery(query, Reader.class).setParameter("id", dilemmaId).getResultList();
    }

    /** @param personId null while the address has not signed in yet; @param language as chosen, or null */
    public record Reader(UUID personId, String name, String email, String language, UUID programmeId, String programme) {}
}
