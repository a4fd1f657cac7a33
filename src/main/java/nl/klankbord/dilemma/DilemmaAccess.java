// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Hql;

/**
 * Who may see a dilemma {@code d}, as conditions for a where-clause. Parameters: {@code :me} (person id) and, for
 * {@link #INVITED} and what holds it, {@code :gm} (the municipality one speaks for).
 */
public final class DilemmaAccess {
    private DilemmaAccess() {}

    private static final String SITS = "exists (select 1 from SeatPerson sp where sp.dilemmaId = d.id and sp.personId = :me and sp.leftAt is null";
    /** Sits or sat there as host, peer or guest. */
    public static final String SAT = "exists (select 1 from SeatPerson sat where sat.dilemmaId = d.id and sat.personId = :me and sat.kind in (HOST, PEER, GUEST))";
    /** A concept is its host's alone. */
    private static final String SEATED = Hql.anyOf(SITS + ") and d.phase not in (DRAFT, WITHDRAWN)", SITS + " and sp.kind = HOST)");
    /** Coordinates the programme and never sat here as host or peer: a seat that was left still took the rights away. */
    public static final String COORDINATES = Hql.allOf(ProgrammeAccess.has(Role.COORDINATOR, "d.programmeId"), "d.phase <> WITHDRAWN", "not " + SAT);
    public static final String FACILITATES = SITS + " and sp.kind = FACILITATOR)";
    public static final String HOSTS = SITS + " and sp.kind = HOST)";
    private static final String PROGRAMME_WIDE = "d.circle = PROGRAMME and d.phase not in (DRAFT, WITHDRAWN) and " + ProgrammeAccess.member("d.programmeId");
    /** Has accepted the house rules, and belongs to the programme or is a guest of this dilemma alone, or asked to be one. */
    private static final String BELONGS = Hql.anyOf(ProgrammeAccess.member("d.programmeId"), SITS + " and sp.kind = GUEST)",
            "exists (select 1 from Seat gi where gi.dilemmaId = d.id and gi.guestId = :me and gi.status = INVITED)");
    private static final String RULES = ProgrammeAccess.rulesAccepted("d.programmeId") + " and " + BELONGS;
    private static final String ASKED = """
            si.dilemmaId = d.id and si.status = INVITED and %s
            and not exists (select 1 from SeatPerson isp where isp.dilemmaId = d.id and isp.personId = :me and isp.leftAt is null)""".formatted(Hql.anyOf(
            "si.kind = PEER and si.municipalityCode = :gm and exists (select 1 from Membership im where im.programmeId = d.programmeId and im.personId = :me and im.role = PARTICIPANT)",
            "si.kind = FACILITATOR and exists (select 1 from Membership im where im.programmeId = d.programmeId and im.personId = :me and im.role = FACILITATOR and im.email = si.invitedEmail)",
            "si.kind = GUEST and si.guestId = :me"));
    static final String INVITATION = ASKED + " and d.phase in (ACCEPTED, CLARIFYING, REFLECTING, SESSION)";
    private static final String INVITED = "exists (select 1 from Seat si where " + INVITATION + ")";

    /** May read its text. */
    public static final String READS = Hql.allOf(RULES, Hql.anyOf(SEATED, COORDINATES + " and d.phase <> DRAFT", PROGRAMME_WIDE));
    /** May read its title and host. */
    public static final String KNOWS_TITLE = Hql.allOf(RULES, Hql.anyOf(SEATED, COORDINATES + " and d.phase <> DRAFT", PROGRAMME_WIDE, INVITED));
    /** May know that it is there. */
    public static final String KNOWS = Hql.allOf(RULES, Hql.anyOf(SEATED, COORDINATES, PROGRAMME_WIDE, INVITED));
    /** Sat there, was asked to or coordinated it when it was withdrawn: knows that it is gone, and whose it was. Who takes a concept back is its writers' own. */
    static final String KNEW = Hql.allOf(BELONGS, "d.phase = WITHDRAWN", "not exists (select 1 from DilemmaMove dm where dm.dilemmaId = d.id and dm.fromPhase = DRAFT and dm.toPhase = WITHDRAWN)",
            Hql.anyOf(SITS + ")", ProgrammeAccess.has(Role.COORDINATOR, "d.programmeId") + " and not " + SAT, "exists (select 1 from Seat si where " + ASKED + ")"));
    /** Belongs to the circle: may read who sits there and what is said, but for what is sealed. */
    public static final String IN_CIRCLE = Hql.allOf(RULES, "d.phase not in (DRAFT, WITHDRAWN)", Hql.anyOf(SITS + ")", COORDINATES));

    /** One of these conditions about a dilemma of another name than {@code d}. */
    public static String of(String alias, String condition) {
        return condition.replaceAll("\\bd\\.", alias + ".");
    }

    /** Sits on the seat that {@code %s} names. */
    public static String onSeat(String seatId) {
        return SITS + " and sp.seatId = " + seatId + ")";
    }
}
