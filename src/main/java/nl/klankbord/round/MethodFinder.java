// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.SchoolHolidays;

/** The methods a programme's coordinator can choose from: those that Klankbord brings along and the programme's own. */
@ApplicationScoped
public class MethodFinder {
    private static final String USABLE = """
            select m from Method m left join fetch m.workingDays left join fetch m.holidayRegions
            where (m.programmeId is null or m.programmeId = :programme) and %s and %s""".formatted(
            ProgrammeAccess.has(Role.COORDINATOR, ":programme"), ProgrammeAccess.rulesAccepted(":programme"));
    @Inject
    EntityManager em;

    public List<Shown> inProgramme(Actor actor, UUID programmeId) {
        List<Method> methods = em.createQuery(USABLE + " order by case when m.programmeId is null then 0 else 1 end, m.name, m.methodKey", Method.class)
                .setParameter("programme", programmeId).setParameter("me", actor.personId()).getResultList();
        Set<String> used = new HashSet<>(em.createQuery("select distinct r.methodKey from Round r where r.programmeId = :programme", String.class)
                .setParameter("programme", programmeId).getResultList());
        return methods.stream().map(method -> Shown.of(method, used.contains(method.key()))).toList();
    }

    public Optional<Shown> visibleTo(Actor actor, UUID programmeId, String key) {
        return inProgramme(actor, programmeId).stream().filter(method -> method.key.equals(key)).findFirst();
    }

    /**
     * @param name of a programme's own; null for those whose name and hint are told in the reader's language
     * @param used whether a round was made with it: then it stays as it is
     */
    public record Shown(String key, UUID programmeId, String name, Map<Stage, Integer> workingDays, int minimumPeers, Integer maximumPeers, int quorum,
                        String protocol, List<SchoolHolidays.Region> holidayRegions, boolean used, int version) {
        private static final int DAYS_A_WEEK = 5;

        static Shown of(Method method, boolean used) {
            MethodRules rules = method.rules();
            return new Shown(method.key(), method.programmeId(), rules.name(), rules.workingDays(), rules.minimumPeers(), rules.maximumPeers(), rules.quorum(),
                    rules.protocol(), rules.holidayRegions().stream().sorted().toList(), used, method.version());
        }

        public boolean isOwn() {
            return programmeId != null;
        }

        /** Up to and including the harvest; looking back goes on for much longer and asks little. */
        public int getWeeks() {
            int days = workingDays.entrySet().stream().filter(entry -> entry.getKey() != Stage.FOLLOW_UP).mapToInt(Map.Entry::getValue).sum();
            return (days + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
        }

        public List<Length> getStages() {
            return Arrays.stream(Stage.values()).map(stage -> new Length(stage, workingDays.get(stage))).toList();
        }
    }

    public record Length(Stage stage, int days) {}
}
