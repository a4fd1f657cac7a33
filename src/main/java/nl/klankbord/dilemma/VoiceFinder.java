// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;

/** For whom the guests at the tables of a round speak, and who is not heard there yet. */
@ApplicationScoped
public class VoiceFinder {
    /** Nobody waits for "somebody else": it is no voice that can be missing. */
    private static final Set<Voice> SOUGHT = EnumSet.complementOf(EnumSet.of(Voice.OTHER));
    @Inject
    EntityManager em;

    /** Of the dilemmas the actor coordinates, once they are accepted; empty when there are none. A guest who left or has not said yes is not heard. */
    public Optional<Heard> inRound(Actor actor, UUID roundId) {
        Map<UUID, Set<Voice>> byDilemma = new LinkedHashMap<>();
        em.createQuery("""
                        select new nl.klankbord.dilemma.VoiceFinder$Row(d.id, s.voice) from Dilemma d
                        left join Seat s on s.dilemmaId = d.id and s.kind = GUEST and s.status = ACCEPTED
                        where d.roundId = :round and d.phase not in (DRAFT, SUBMITTED, WITHDRAWN) and %s order by d.id""".formatted(DilemmaAccess.COORDINATES), Row.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getResultList()
                .forEach(row -> byDilemma.computeIfAbsent(row.dilemmaId, one -> EnumSet.noneOf(Voice.class)).addAll(row.voice == null ? Set.of() : Set.of(row.voice)));
        if (byDilemma.isEmpty()) {
            return Optional.empty();
        }
        Set<Voice> all = EnumSet.noneOf(Voice.class);
        byDilemma.values().forEach(all::addAll);
        return Optional.of(new Heard(List.copyOf(all), missing(all), byDilemma.entrySet().stream().map(one -> new Table(one.getKey(), List.copyOf(one.getValue()), missing(one.getValue()))).toList()));
    }

    private static List<Voice> missing(Set<Voice> present) {
        return Arrays.stream(Voice.values()).filter(voice -> SOUGHT.contains(voice) && !present.contains(voice)).toList();
    }

    /** @param voice null where no guest sits */
    record Row(UUID dilemmaId, Voice voice) {}

    /** In the round as a whole, and at each of its tables. */
    public record Heard(List<Voice> present, List<Voice> missing, List<Table> dilemmas) {}

    public record Table(UUID dilemmaId, List<Voice> present, List<Voice> missing) {}
}
