// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * People of a programme as its page shows them: by organisation, and last who never signed in.
 *
 * @param q    what was looked for, {@code ""} for everybody
 * @param more whether there are more than fit
 * @param seats at how many dilemmas a role gives a seat
 */
record MembersView(String q, int count, boolean more, List<Group> groups, Map<UUID, Long> seats) {

    static MembersView of(List<ProgrammeFinder.Member> found, String q, Map<UUID, Long> seats) {
        Map<String, List<ProgrammeFinder.Member>> groups = new LinkedHashMap<>();
        List<ProgrammeFinder.Member> shown = found.stream().limit(ProgrammeFinder.MOST_PEOPLE).toList();
        shown.stream().sorted(Comparator.comparing(ProgrammeFinder.Member::pending).thenComparing(member -> member.organisation() == null)).forEach(member ->
                groups.computeIfAbsent(member.pending() ? null : Objects.requireNonNullElse(member.organisation(), ""), name -> new java.util.ArrayList<>()).add(member));
        return new MembersView(q == null ? "" : q.strip(), shown.size(), found.size() > shown.size(), groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList(), seats);
    }

    /** How many dilemmas would be left with this role. */
    public long left(ProgrammeFinder.Member member) {
        return seats.getOrDefault(member.id(), 0L);
    }

    /** @param name of the organisation; {@code ""} when unknown, null for who never signed in */
    record Group(String name, List<ProgrammeFinder.Member> members) {}
}
