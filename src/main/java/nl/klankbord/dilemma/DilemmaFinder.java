// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.programme.Role;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;

/** Dilemmas as far as the actor may see them. */
@ApplicationScoped
public class DilemmaFinder {
    /** Too few were asked who may still come: a condition on a dilemma {@code d} of a round {@code r}. */
    static final String LACKS_PEERS = "d.phase = ACCEPTED and (select count(s.id) from Seat s where s.dilemmaId = d.id and s.kind = PEER and s.status in (PROPOSED, INVITED, ACCEPTED))"
            + " < (select m.minimumPeers from Method m where m.methodKey = r.methodKey)";
    private static final String MINIMUM = "(select m.minimumPeers from Method m where m.methodKey = (select mr.methodKey from Round mr where mr.id = d.roundId))";
    /** It can begin: enough said yes. */
    static final String SEATED = "d.phase = ACCEPTED and (select count(s.id) from Seat s where s.dilemmaId = d.id and s.kind in (PEER, GUEST) and s.status = ACCEPTED) >= " + MINIMUM;
    /** The time for finding peers is over; asks for {@code :now}. */
    private static final String MATCHED = "exists (select 1 from Round mr join mr.deadlines md on key(md) = MATCHING where mr.id = d.roundId and (mr.phase = RUNNING or value(md) <= :now))";
    /** Fewer sit there or may still come than it began with. */
    static final String TOO_FEW_LEFT = "(select count(s.id) from Seat s where s.dilemmaId = d.id and s.kind in (PEER, GUEST) and s.status in (PROPOSED, INVITED, ACCEPTED)) < " + MINIMUM;
    /** Too few reflected, also after waiting for them; asks for {@code :now}. */
    static final String STRANDED = "d.phase = REFLECTING and d.waitedForQuorum = true and d.endsAt <= :now and d.quorum > "
            + "(select count(ss.reflectionSubmittedAt) from Seat ss where ss.dilemmaId = d.id and ss.kind in (PEER, GUEST))";
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    Clock clock;

    /** The dilemma with as much of it as the actor may see; empty when hidden or absent, or while the house rules are not accepted. */
    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return standings.of(actor, id).filter(Standing::known).flatMap(standing -> em.createQuery("""
                        select new nl.klankbord.dilemma.DilemmaFinder$Text(d.id, m.code, m.name, d.phase, d.endsAt, d.pausedAt, d.version,
                          case when %1$s then d.title end, case when %2$s then d.canvas end, case when %2$s then d.circle end,
                          case when %5$s and %6$s then true else false end, case when %5$s and d.phase = ACCEPTED and %10$s and 0 = case when %8$s then 1 else 0 end then true else false end,
                          case when %3$s then d.works end, case when %3$s then d.nextStep end, case when %3$s then d.stillOpen end, case when %3$s then d.hiddenFields when %2$s then cast(function('regexp_replace', d.hiddenFields, '%7$s', '') as String) end, r.title,
                          case when %9$s then true else false end)
                        from Dilemma d join Municipality m on m.code = d.hostMunicipality join Round r on r.id = d.roundId
                        where d.id = :id and %4$s""".formatted(DilemmaAccess.KNOWS_TITLE, DilemmaAccess.READS, DilemmaAccess.IN_CIRCLE, DilemmaAccess.KNOWS, DilemmaAccess.COORDINATES, STRANDED, String.join("|", ClosingTexts.FIELDS), SEATED,
                        ProgrammeAccess.has(Role.COORDINATOR, "d.programmeId"), MATCHED), Text.class)
                .setParameter("id", id).setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).setParameter("now", clock.instant())
                .getResultStream().findFirst().map(text -> new Shown(standing, text, seats(standing, actor), progress(standing))));
    }

    /** The dilemmas of a round the actor may know of; the title only where it may be known. */
    public List<Listed> inRound(Actor actor, UUID roundId) {
        return em.createQuery("""
                        select new nl.klankbord.dilemma.DilemmaFinder$Listed(d.id, case when %s then d.title end, m.code, m.name, d.phase, d.endsAt, d.pausedAt,
                          case when d.pausedAt is null and d.endsAt <= :now then true else false end, case when d.pausedAt is null and d.phase in (CLARIFYING, REFLECTING, SESSION, HARVESTING) and %s then true else false end)
                        from Dilemma d join Municipality m on m.code = d.hostMunicipality
                        where d.roundId = :round and %s order by d.id""".formatted(DilemmaAccess.KNOWS_TITLE, DilemmaAccess.COORDINATES, DilemmaAccess.KNOWS), Listed.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).setParameter("now", clock.instant()).getResultList();
    }

    /** Whose it was, for who knew of it when it was withdrawn; of its text nothing. */
    public Optional<Gone> gone(Actor actor, UUID id) {
        return !(standings.decide(actor, id, DilemmaDeed.READ) instanceof Decision.Hidden) ? Optional.empty() : em.createQuery("select new nl.klankbord.dilemma.DilemmaFinder$Gone(m.name) from Dilemma d join Municipality m on m.code = d.hostMunicipality where d.id = :id and " + DilemmaAccess.KNEW, Gone.class)
                .setParameter("id", id).setParameter("me", actor.personId()).setParameter("gm", actor.municipality()).getResultStream().findFirst();
    }

    /** Those of some rounds that the actor may read. */
    public List<Read> readIn(Actor actor, Collection<UUID> roundIds) {
        return em.createQuery("select new nl.klankbord.dilemma.DilemmaFinder$Read(d.roundId, d.id, d.title, m.name) from Dilemma d join Municipality m on m.code = d.hostMunicipality "
                        + "where d.roundId in :rounds and " + DilemmaAccess.READS + " order by d.id", Read.class)
                .setParameter("rounds", roundIds).setParameter("me", actor.personId()).getResultList();
    }

    /** Whether a dilemma of the round that the actor coordinates still has to be given peers. */
    public boolean peersLackInRound(Actor actor, UUID roundId) {
        return em.createQuery("select count(d.id) from Dilemma d join Round r on r.id = d.roundId where d.roundId = :round and " + DilemmaAccess.COORDINATES + " and " + LACKS_PEERS, Long.class)
                .setParameter("round", roundId).setParameter("me", actor.personId()).getSingleResult() > 0;
    }

    private List<SeatShown> seats(Standing standing, Actor actor) {
        boolean all = DilemmaPolicy.decide(standing, DilemmaDeed.SEE_ALL_SEATS).granted();
        boolean circle = DilemmaPolicy.decide(standing, DilemmaDeed.READ_CIRCLE).granted();
        if (!all && !circle && standing.seatId() == null && standing.invitation() == null) {
            return List.of();
        }
        boolean progress = DilemmaPolicy.decide(standing, DilemmaDeed.SEE_PROGRESS).granted();
        List<SeatRow> rows = em.createQuery("""
                        select new nl.klankbord.dilemma.DilemmaFinder$SeatRow(s.id, s.kind, m.code, m.name, s.status,
                          case when :progress = true then s.reflectionBegunAt end, case when :progress = true then s.reflectionSubmittedAt end,
                          case when :circle = true then s.hostChoice end, case when :circle = true then s.hostWhy end,
                          case when :all = true and s.kind in (FACILITATOR, GUEST) then (select min(case when fp.guest = true and s.status = PROPOSED then concat(fp.name, ', ', fp.email) else fp.name end) from Person fp where fp.id = s.guestId or fp.guest = false and fp.email = s.invitedEmail) end, s.voice,
                          case when :progress = true then coalesce(s.conflict, s.reason) end, s.version, m.province, m.sizeClass, m.inhabitants, m.urbanity)
                        from Seat s left join Municipality m on m.code = s.municipalityCode where s.dilemmaId = :id
                        and (:all = true or :circle = true and s.status in (ACCEPTED, LEFT) and s.acceptedAt is not null
                             or s.id = :own or s.id = :invited) order by s.id""", SeatRow.class)
                .setParameter("id", standing.dilemmaId()).setParameter("all", all).setParameter("circle", circle).setParameter("progress", progress)
                .setParameter("own", standing.seatId()).setParameter("invited", standing.invitation()).getResultList();
        Map<UUID, List<PersonShown>> people = em.createQuery("""
                        select new nl.klankbord.dilemma.DilemmaFinder$PersonRow(sp.seatId, p.id, p.name) from SeatPerson sp join Person p on p.id = sp.personId
                        where sp.dilemmaId = :id and sp.leftAt is null and (:circle = true or sp.seatId = :own) order by sp.seatedAt, p.id""", PersonRow.class)
                .setParameter("id", standing.dilemmaId()).setParameter("circle", circle).setParameter("own", standing.seatId()).getResultStream()
                .collect(Collectors.groupingBy(PersonRow::seatId, Collectors.mapping(row -> new PersonShown(row.id(), row.name()), Collectors.toList())));
        return rows.stream().map(row -> row.shown(people.getOrDefault(row.id(), List.of()), progress)).toList();
    }

    private Progress progress(Standing standing) {
        return DilemmaPolicy.decide(standing, DilemmaDeed.COUNT_PROGRESS).granted() ? em.createQuery("""
                        select new nl.klankbord.dilemma.DilemmaFinder$Progress(count(s.reflectionSubmittedAt), count(s.id)) from Seat s
                        where s.dilemmaId = :id and s.kind in (PEER, GUEST) and s.acceptedAt is not null""", Progress.class)
                .setParameter("id", standing.dilemmaId()).getSingleResult() : null;
    }

    /** @param progress null for who may not count */
    public record Shown(Standing standing, Text text, List<SeatShown> seats, Progress progress) {
        /** Of peers who left, where nobody of their municipality is asked or came since. */
        public List<SeatShown> leftPeers() {
            Set<Municipality.Ref> there = seats.stream().filter(seat -> List.of(SeatStatus.PROPOSED, SeatStatus.INVITED, SeatStatus.ACCEPTED).contains(seat.status())).map(SeatShown::municipality)
                    .filter(Objects::nonNull).collect(Collectors.toSet());
            return seats.stream().filter(seat -> seat.kind() == SeatKind.PEER && seat.status() == SeatStatus.LEFT && !there.contains(seat.municipality())).toList();
        }
    }

    /** Null is what this actor may not see. @param stranded for the coordinator: too few reflected, also after waiting for them; {@code seatsOpen} the same of those who said yes; {@code coordinates}: the actor coordinates its programme, also where a seat takes that away */
    public record Text(UUID id, String hostCode, String hostName, Phase phase, Instant endsAt, Instant pausedAt, int version, String title, Canvas canvas,
                       Circle circle, boolean stranded, boolean seatsOpen, String works, String nextStep, String stillOpen, String hiddenFields, String round,
                       boolean coordinates) {
        /** Whether the words of a field are hidden because somebody can be recognised in them. */
        public boolean hides(String field) {
            return hidden().contains(field);
        }

        public List<String> hidden() {
            return hiddenFields == null ? List.of() : Stream.of(hiddenFields.split(",")).filter(field -> !field.isEmpty()).toList();
        }

        Closing closing() {
            return new Closing(works, nextStep, stillOpen);
        }

        /** The fields that say something, to who reads them. */
        public List<TextName> texts() {
            Stream<TextName> said = canvas == null ? Stream.of() : CanvasField.ALL.stream().filter(field -> !hides(field) && !CanvasField.text(canvas, field).isEmpty()).map(FieldTexts::name);
            Stream<TextName> concluded = !closed() ? Stream.of() : ClosingTexts.FIELDS.stream().filter(field -> !closing().said(field).isEmpty()).map(field -> new TextName(ClosingTexts.KIND, field, null));
            return Stream.concat(said, concluded).toList();
        }

        public Municipality.Ref host() {
            return new Municipality.Ref(hostCode, hostName);
        }

        public boolean closed() {
            return works != null;
        }
    }

    public record Gone(String hostName) {}

    /** @param late whether its phase should be over by now; {@code extendable}: for its coordinator, whether that end can be moved */
    public record Listed(UUID id, String title, String hostCode, String hostName, Phase phase, Instant endsAt, Instant pausedAt, boolean late, boolean extendable) {}

    public record Read(UUID roundId, UUID id, String title, String hostName) {}

    /** @param done how many reflections are in, of {@code total} seats that were ever accepted */
    public record Progress(long done, long total) {}

    /** @param progress null, NONE, BEGUN or SUBMITTED of a seat that is taken; @param declined for the coordinator: the interest that was declared or the reason that was given; @param facts public figures of a municipality, null of who speaks for none */
    public record SeatShown(UUID id, SeatKind kind, Municipality.Ref municipality, SeatStatus status, List<PersonShown> people, String progress,
                            HostChoice hostChoice, String hostWhy, String asked, Voice voice, String declined, int version, String province, Municipality.Facts facts) {}

    public record PersonShown(UUID id, String name) {}

    record PersonRow(UUID seatId, UUID id, String name) {}

    record SeatRow(UUID id, SeatKind kind, String code, String name, SeatStatus status, Instant begun, Instant submitted, HostChoice choice, String why, String asked, Voice voice, String declined, int version,
                   String province, Municipality.SizeClass size, Integer inhabitants, Municipality.Urbanity urbanity) {
        SeatShown shown(List<PersonShown> people, boolean progress) {
            // Who never said yes, or left before writing, has nothing to begin.
            boolean writes = status == SeatStatus.ACCEPTED || begun != null || submitted != null;
            String state = !progress || !writes || kind != SeatKind.PEER && kind != SeatKind.GUEST ? null : submitted != null ? "SUBMITTED" : begun != null ? "BEGUN" : "NONE";
            return new SeatShown(id, kind, code == null ? null : new Municipality.Ref(code, name), status, people, state, choice, why, asked, voice, declined, version,
                    province, size == null ? null : new Municipality.Facts(size, inhabitants, urbanity));
        }
    }
}
