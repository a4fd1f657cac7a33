// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

/**
 * Conditions for the where-clause of any query about things of a programme, so that what one may not see is never
 * fetched. Each takes the expression that names the programme and uses the parameter {@code :me} (person id).
 */
public final class ProgrammeAccess {
    private ProgrammeAccess() {}

    /** Has said yes to the house rules as they are now. */
    public static String rulesAccepted(String programmeId) {
        return rulesAccepted(programmeId, ":me");
    }

    static String rulesAccepted(String programmeId, String personId) {
        return """
                exists (select 1 from HouseRulesAcceptance hra join Programme hrp on hrp.id = hra.programmeId
                 where hra.programmeId = %s and hra.personId = %s and hra.version = hrp.houseRulesVersion)""".formatted(programmeId, personId);
    }

    public static String member(String programmeId) {
        return "exists (select 1 from Membership pm where pm.programmeId = %s and pm.personId = :me)".formatted(programmeId);
    }

    public static String has(Role role, String programmeId) {
        return "exists (select 1 from Membership pr where pr.programmeId = %s and pr.personId = :me and pr.role = nl.klankbord.programme.Role.%s)"
                .formatted(programmeId, role);
    }
}
