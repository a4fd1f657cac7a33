// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.board.ReminderMail.Reader;
import nl.klankbord.dilemma.StandingFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.round.Asked;

/** Brings together all that people are waited for, so that one mail a day can say it. */
@ApplicationScoped
class GatherReminders {
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    ReminderMail mail;

    /** @param asked what the coordinator would remind of; @param waiting all that the programme waits for, the most urgent first */
    Gathered of(Actor actor, UUID programmeId, List<Asked.Waiting> asked, List<Asked.Waiting> waiting, LocalDate today) {
        Map<Asked.Waiting, List<Reader>> readers = new HashMap<>();
        asked.forEach(line -> readers.put(line, mail.readers(actor, line)));
        Set<Reader> all = readers.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<Reader> fresh = all.stream().filter(reader -> !mail.reminded(reader, programmeId, today)).collect(Collectors.toCollection(HashSet::new));
        if (!fresh.isEmpty()) {
            besides(actor, fresh, waiting).stream().filter(line -> !readers.containsKey(line)).forEach(line -> readers.put(line, mail.readers(actor, line)));
        }
        Map<Reader, List<Asked.Waiting>> letters = new LinkedHashMap<>();
        waiting.stream().filter(readers::containsKey).forEach(line -> readers.get(line).stream().filter(fresh::contains).forEach(reader -> letters.computeIfAbsent(reader, one -> new ArrayList<>()).add(line)));
        // Of what else somebody is waited for a colleague may not have been told: that can still be reminded of today.
        List<Asked.Waiting> reminded = readers.entrySet().stream().filter(one -> one.getValue().stream().anyMatch(fresh::contains)
                && (asked.contains(one.getKey()) || one.getValue().stream().allMatch(reader -> fresh.contains(reader) || mail.reminded(reader, programmeId, today)))).map(Map.Entry::getKey).toList();
        return new Gathered(letters, reminded, all.size() > fresh.size());
    }

    /** What waits for the seats where these people sit or are asked to, and can still be done. */
    private List<Asked.Waiting> besides(Actor actor, Collection<Reader> readers, List<Asked.Waiting> waiting) {
        Set<UUID> seats = new HashSet<>(em.createQuery("select s.id from Seat s where s.id in :seats and (s.status = INVITED or exists (select 1 from SeatPerson sp join Person p on p.id = sp.personId "
                        + "where sp.seatId = s.id and sp.leftAt is null and p.email in :emails))", UUID.class)
                .setParameter("seats", waiting.stream().map(Asked.Waiting::seatId).toList()).setParameter("emails", readers.stream().map(Reader::email).toList()).getResultList());
        Map<UUID, Boolean> open = new HashMap<>();
        return waiting.stream().filter(line -> seats.contains(line.seatId()) && open.computeIfAbsent(line.dilemmaId(), id -> standings.decide(actor, id, BoardDeed.REMIND).granted())).toList();
    }

    /** @param letters by who gets one; @param reminded everybody of that seat has been told; @param today whether somebody was reminded earlier today */
    record Gathered(Map<Reader, List<Asked.Waiting>> letters, List<Asked.Waiting> reminded, boolean today) {}
}
