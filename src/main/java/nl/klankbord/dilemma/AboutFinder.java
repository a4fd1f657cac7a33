// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Hql;
import nl.klankbord.shared.Ids;

/** Which dilemma somebody's own words are about, as far as she may know: who sat there goes on knowing whose it was, and in which round. */
@ApplicationScoped
public class AboutFinder {
    private static final String SAT = "exists (select 1 from SeatPerson sa where sa.dilemmaId = d.id and sa.personId = :me%s)";
    /** A guest hears of no rounds. */
    private static final String KNOWS_ROUND = SAT.formatted(" and sa.kind <> GUEST");
    /** Sat there when it was withdrawn: who had left before learns no more of it. */
    private static final String SAW_WITHDRAWN = "d.phase = WITHDRAWN and " + SAT.formatted(" and not exists (select 1 from DilemmaMove mw where mw.dilemmaId = d.id and mw.toPhase = WITHDRAWN and mw.movedAt > sa.leftAt)");
    @Inject
    EntityManager em;

    public Map<UUID, About> of(Actor actor, Collection<UUID> dilemmas) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.AboutFinder$About(d.id, case when %s then d.title end, case when %s then r.title end, m.name, case when %s then true else false end)
                        from Dilemma d join Municipality m on m.code = d.hostMunicipality left join Round r on r.id = d.roundId where d.id in :ids and %s""".formatted(DilemmaAccess.READS, KNOWS_ROUND,
                        SAW_WITHDRAWN, Hql.anyOf(DilemmaAccess.READS, SAT.formatted(""))), About.class).setParameter("ids", Ids.with(actor.personId(), dilemmas)).setParameter("me", actor.personId())
                .getResultStream().collect(Collectors.toMap(About::dilemmaId, Function.identity()));
    }

    /** The dilemma that was withdrawn while the actor sat there. */
    public Optional<About> withdrawn(Actor actor, UUID dilemmaId) {
        return Optional.ofNullable(of(actor, List.of(dilemmaId)).get(dilemmaId)).filter(About::withdrawn);
    }

    /** @param title null where the actor reads it no more; @param round null where the actor is told of none; @param withdrawn only where the actor sat there then */
    public record About(UUID dilemmaId, String title, String round, String host, boolean withdrawn) {}
}
