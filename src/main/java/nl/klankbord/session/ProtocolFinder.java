// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Protocol;
import nl.klankbord.round.ProtocolStep;

/** How the session of a dilemma can go and how it goes, for its circle: Klankbord's protocols, and the steps of the round's own method. */
@ApplicationScoped
public class ProtocolFinder {
    @Inject
    EntityManager em;

    /** Those to choose from, what its method says first. */
    public List<Choice> choices(Actor actor, UUID dilemmaId) {
        return found(actor, dilemmaId).map(usual -> usual.first(choices(usual))).orElse(List.of());
    }

    /** The steps of its session; as long as there is none, as its method says. */
    public Optional<Agenda> agenda(Actor actor, UUID dilemmaId) {
        return found(actor, dilemmaId).flatMap(usual -> usual.chosen(choices(usual)).map(chosen -> Agenda.of(chosen, usual.startsAt, usual.endsAt)));
    }

    private Optional<Usual> found(Actor actor, UUID dilemmaId) {
        return em.createQuery("select new nl.klankbord.session.ProtocolFinder$Usual(m.protocol, m.ownSteps, s.protocol, s.startsAt, s.endsAt) from Dilemma d join Round r on r.id = d.roundId "
                        + "join Method m on m.methodKey = r.methodKey left join Session s on s.dilemmaId = d.id where d.id = :id and " + DilemmaAccess.IN_CIRCLE, Usual.class)
                .setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    private List<Choice> choices(Usual usual) {
        Stream<Choice> own = usual.ownSteps == null ? Stream.empty() : Stream.of(new Choice(Protocol.OWN, usual.ownSteps));
        return Stream.concat(own, em.createQuery("select p from Protocol p left join fetch p.steps order by p.protocolKey", Protocol.class).getResultList().stream()
                .map(protocol -> new Choice(protocol.key(), protocol.steps()))).toList();
    }

    /** @param protocol and {@code ownSteps} of the method; {@code chosen} for the session, or null */
    record Usual(String protocol, List<ProtocolStep> ownSteps, String chosen, Instant startsAt, Instant endsAt) {
        private String key() {
            return ownSteps != null ? Protocol.OWN : protocol;
        }

        List<Choice> first(List<Choice> all) {
            return Stream.concat(all.stream().filter(one -> one.key.equals(key())), all.stream().filter(one -> !one.key.equals(key()))).toList();
        }

        Optional<Choice> chosen(List<Choice> all) {
            return all.stream().filter(one -> one.key.equals(chosen != null ? chosen : key())).findFirst();
        }
    }

    /** @param key of a protocol, or {@link Protocol#OWN} */
    public record Choice(String key, List<ProtocolStep> steps) {
        public int getMinutes() {
            return steps.stream().mapToInt(ProtocolStep::minutes).sum();
        }
    }
}
