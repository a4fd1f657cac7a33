// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeFinder;
import nl.klankbord.programme.ProgrammePolicy;

/** Who has brought in and who has thought along, over all rounds of a programme, for who coordinates it. By name: nobody is ranked. */
@ApplicationScoped
public class RotationFinder {
    private static final String MINE = " where d.programmeId = :programme and d.phase <> DRAFT and " + DilemmaAccess.COORDINATES;
    @Inject
    EntityManager em;
    @Inject
    ProgrammeFinder programmes;

    /** The municipalities that take part, in the order of the alphabet. A dilemma at whose table the actor sat counts for nothing. */
    public Optional<Rotation> of(Actor actor, UUID programmeId) {
        return programmes.visibleTo(actor, programmeId).filter(shown -> ProgrammePolicy.decide(shown.standing(actor), ProgrammePolicy.Action.MAKE_ROUND).granted()).map(shown -> {
            Map<String, Hosted> hosted = rows(actor, programmeId, "select new nl.klankbord.board.RotationFinder$Hosted(d.hostMunicipality, count(distinct d.id), max(mv.movedAt)) "
                    + "from Dilemma d left join DilemmaMove mv on mv.dilemmaId = d.id and mv.toPhase = SUBMITTED" + MINE + " group by d.hostMunicipality", Hosted.class, Hosted::code);
            Map<String, Gave> gave = rows(actor, programmeId, "select new nl.klankbord.board.RotationFinder$Gave(s.municipalityCode, count(s.id), count(s.reflectionSubmittedAt), max(s.acceptedAt)) "
                    + "from Seat s join Dilemma d on d.id = s.dilemmaId" + MINE + " and s.kind = PEER and s.acceptedAt is not null group by s.municipalityCode", Gave.class, Gave::code);
            return new Rotation(programmeId, shown.name(), municipalities(programmeId).stream().map(one -> line(one, hosted.get(one.code()), gave.get(one.code()))).toList());
        });
    }

    private <T> Map<String, T> rows(Actor actor, UUID programmeId, String query, Class<T> type, Function<T, String> code) {
        return em.createQuery(query, type).setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultStream().collect(Collectors.toMap(code, Function.identity()));
    }

    private List<Municipality.Ref> municipalities(UUID programmeId) {
        return em.createQuery("select new nl.klankbord.identity.Municipality$Ref(g.code, g.name) from Municipality g where exists (select 1 from Membership m join Person p on p.id = m.personId "
                + "join Organisation o on o.id = p.organisationId where m.programmeId = :programme and m.role = PARTICIPANT and o.municipalityCode = g.code) order by g.name", Municipality.Ref.class)
                .setParameter("programme", programmeId).getResultList();
    }

    private static Rotation.Line line(Municipality.Ref municipality, Hosted hosted, Gave gave) {
        return new Rotation.Line(municipality, hosted == null ? 0 : hosted.times, hosted == null ? null : hosted.last, gave == null ? 0 : gave.accepted, gave == null ? 0 : gave.submitted, gave == null ? null : gave.last);
    }

    record Hosted(String code, long times, Instant last) {}

    record Gave(String code, long accepted, long submitted, Instant last) {}
}
