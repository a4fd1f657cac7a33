// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.dilemma.HostChoice;
import nl.klankbord.dilemma.Voice;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.programme.ProgrammeAccess;
import nl.klankbord.round.Question;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Hql;

/** What is said in a dilemma, as far as the actor may read it. */
@ApplicationScoped
public class ContributionFinder {
    /** The actor said that somebody can be recognised in it, and that still holds. */
    static final String REPORTED = "exists (select 1 from ContributionReport rm where rm.contributionId = c.id and rm.liftedAt is null and rm.reportedBy = :me)";
    /** {@code n}: the words as they stand, where they may be read; {@code w}: what the actor wrote on it herself; {@code f}: what became of it, for who may follow that. */
    private static final String SHOW = """
            select new nl.klankbord.contribution.ContributionFinder$Shown(c.id, c.dilemmaId, c.seatId, c.kind,
              case when n.id is not null then n.text when w.personId is not null then coalesce(w.text, '') end, case when n.id is not null then n.example else w.example end,
              case when n.id is not null then n.advice else w.advice end, case when n.id is null then w.assumptions else n.assumptions end, n.pickedAssumptions, case when n.id is not null and %10$s and not %14$s then d.canvas end,
              case when n.id is not null then n.answers else w.answers end, case when c.kind = REFLECTION and (n.id is not null or w.personId is not null) then mt.ownQuestions end, case when %5$s and not %11$s then n.passage end, c.inReplyTo, a.name, m.code, m.name, s.voice, c.createdAt, %12$s.submittedAt, %12$s.withdrawnAt, %12$s.hiddenAt, case when %12$s.hiddenAt is not null and (%7$s or %8$s) then true else false end, case when %7$s then (select min(rp.why) from ContributionReport rp where rp.contributionId = c.id and rp.liftedAt is null) end,
              case when %1$s then c.hostChoice end, case when %1$s then c.hostWhy end, coalesce(%12$s.version, 0), case when %9$s then true else false end, case when %14$s then true else false end, %2$s,
              c.kind = REFLECTION and exists (select 1 from DilemmaMove mv where mv.dilemmaId = d.id and mv.toPhase = SESSION and mv.movedAt < %12$s.submittedAt), case when %5$s then true else false end, case when %5$s then d.title end,
              case when w.mirrorSince is not null then nullif(w.mirror, '') when %6$s then (select mr.text from Mirror mr where mr.contributionId = c.id) end, case when n.id is null and w.personId is not null then true else false end,
              case when %12$s.withdrawnAt is not null and (c.withdrawnBy = :me or c.withdrawnBy is null and c.kind <> REFLECTION and c.authorId = :me) then true else false end)
            from Contribution c join Dilemma d on d.id = c.dilemmaId join Person a on a.id = c.authorId left join Seat s on s.id = c.seatId
            left join Municipality m on m.code = s.municipalityCode left join ContributionWriter w on w.contributionId = c.id and w.personId = :me
            left join Round rd on rd.id = d.roundId left join Method mt on mt.methodKey = rd.methodKey
            left join Contribution n on n.id = c.id and %4$s%13$s where %3$s""";
    private static final String READS = show(ContributionAccess.WORDS_SHOW, ContributionAccess.READS, "c", "");
    private static final String SAID = READS + " and d.id = :dilemma and " + DilemmaAccess.IN_CIRCLE + " and (c.withdrawnAt is null or c.submittedAt is not null) ";
    private static final String TO_REFLECTION = "exists (select 1 from Contribution rf where rf.id = c.inReplyTo and rf.kind = REFLECTION)";
    private static final String IN_ORDER = " and c.id > :after order by c.id";
    /** Also what the actor once wrote and a colleague went on with, as it was then. */
    private static final String KEEPS = keep(Hql.anyOf(ContributionAccess.READS, "w.text is not null", "w.mirror is not null"));
    /** Found by the indexes of who wrote rather than by walking all there is. */
    private static final String OWN = keep(Hql.anyOf(ContributionAccess.OWN, "w.text is not null", "w.mirror is not null") + " and c.id in :written");
    /** May be read as it is now by who sits on its seat. */
    private static final String MIRROR = Hql.allOf("d.phase <> WITHDRAWN", ProgrammeAccess.rulesAccepted("d.programmeId"), DilemmaAccess.onSeat("mr.seatId"), ContributionAccess.READS,
            "not " + ContributionAccess.MIRROR_CLOSED);
    @Inject
    EntityManager em;

    /** Who left the seat keeps her words, and does not learn from them whether colleagues go on, submit it or take it back. */
    private static String keep(String which) {
        return show(ContributionAccess.WORDS_NOW, which, "f", " left join Contribution f on f.id = c.id and "
                + Hql.anyOf("c.kind <> REFLECTION", DilemmaAccess.onSeat("c.seatId"), ContributionAccess.CIRCLE_READS, "d.phase not in (CLARIFYING, REFLECTING) and " + ContributionAccess.OWN));
    }

    private static String show(String words, String which, String followed, String following) {
        return SHOW.formatted(DilemmaAccess.IN_CIRCLE, DilemmaAccess.onSeat("c.seatId"), which, words, DilemmaAccess.IN_CIRCLE, ContributionAccess.MIRROR_LAST, DilemmaAccess.COORDINATES, REPORTED,
                ContributionAccess.writes(":me"), ContributionAccess.PICKS_HIDDEN, ContributionAccess.QUOTES_HIDDEN, followed, following, ContributionAccess.OWN);
    }

    /** In the order they were written; an unsubmitted reflection only on its own seat, a withdrawn one as a line without text. */
    public Cursor.Items<Shown> of(Actor actor, UUID dilemmaId, Cursor cursor) {
        return page(actor, dilemmaId, cursor, IN_ORDER);
    }

    /** The same, but for the reflections and the replies to those. */
    public Cursor.Items<Shown> conversation(Actor actor, UUID dilemmaId, Cursor cursor) {
        return page(actor, dilemmaId, cursor, "and c.kind <> REFLECTION and not " + TO_REFLECTION + IN_ORDER);
    }

    private Cursor.Items<Shown> page(Actor actor, UUID dilemmaId, Cursor cursor, String which) {
        return cursor.page(em.createQuery(SAID + which, Shown.class).setParameter("dilemma", dilemmaId).setParameter("after", cursor.after()).setParameter("me", actor.personId())
                .setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** All that are submitted, with the replies to them: one for each seat, so that a page holds them however much else is said. */
    public List<Shown> reflections(Actor actor, UUID dilemmaId) {
        return em.createQuery(SAID + "and " + Hql.anyOf("c.kind = REFLECTION and c.submittedAt is not null", TO_REFLECTION) + " order by c.id", Shown.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultList();
    }

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(READS + " and c.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId())
                .getResultStream().findFirst();
    }

    /** The same, or as it was when the actor wrote on it last: that stays one's own. */
    public Optional<Shown> kept(Actor actor, UUID id) {
        return em.createQuery(KEEPS + " and c.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** All that the actor wrote, the latest first, also where the dilemma is withdrawn or the seat was left. */
    public Cursor.Items<Shown> own(Actor actor, Cursor cursor) {
        return cursor.page(em.createQuery(OWN + " and c.id < :before order by c.id desc", Shown.class)
                .setParameter("before", cursor.before()).setParameter("written", written(actor)).setParameter("me", actor.personId()).setMaxResults(cursor.limit() + 1).getResultList(), Shown::id);
    }

    /** The same, all at once, to take along. */
    List<Shown> allOwn(Actor actor) {
        return em.createQuery(OWN + " order by c.id", Shown.class).setParameter("written", written(actor)).setParameter("me", actor.personId()).getResultList();
    }

    /** What the actor had a hand in; never none at all, so that a list of them can be asked for. */
    private List<UUID> written(Actor actor) {
        List<UUID> written = new ArrayList<>(List.of(actor.personId()));
        written.addAll(em.createQuery("select c.id from Contribution c where c.authorId = :me union select c.id from Contribution c where c.writtenBy = :me "
                + "union select w.contributionId from ContributionWriter w where w.personId = :me", UUID.class).setParameter("me", actor.personId()).getResultList());
        return written;
    }

    /** The reflection of the actor's own seat, submitted or not. */
    public Optional<Shown> ownReflection(Actor actor, UUID dilemmaId) {
        return em.createQuery(READS + " and d.id = :dilemma and c.kind = REFLECTION and c.withdrawnAt is null and " + DilemmaAccess.onSeat("c.seatId"), Shown.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** The colleague who submitted the reflection of the actor's seat; empty where the actor did, or where that is not known. */
    public Optional<String> submittedByColleague(Actor actor, UUID dilemmaId) {
        return em.createQuery("select p.name from Contribution c join Dilemma d on d.id = c.dilemmaId join Person p on p.id = c.submittedBy where d.id = :dilemma and c.kind = REFLECTION and c.withdrawnAt is null and p.id <> :me and "
                        + DilemmaAccess.IN_CIRCLE + " and " + DilemmaAccess.onSeat("c.seatId"), String.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** Whether a colleague who still sits there began the reflection of the actor's seat, and has not opened it to who came later. */
    public boolean isBegunByColleague(Actor actor, UUID dilemmaId) {
        return em.createQuery("select count(c) from Contribution c join Dilemma d on d.id = c.dilemmaId where d.id = :dilemma and c.kind = REFLECTION and c.withdrawnAt is null and "
                        + DilemmaAccess.onSeat("c.seatId") + " and not " + ContributionAccess.READS + " and exists (select 1 from SeatPerson bp where bp.seatId = c.seatId and bp.leftAt is null and bp.personId <> :me "
                        + "and (bp.personId = c.authorId or bp.personId = c.writtenBy or exists (select 1 from ContributionWriter bw where bw.contributionId = c.id and bw.personId = bp.personId)))", Long.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getSingleResult() > 0;
    }

    /** The mirror of a reflection, for who sits on its seat now; or else what the actor wrote of it herself. */
    public Optional<String> mirror(Actor actor, UUID contributionId) {
        return em.createQuery("""
                        select case when %1$s then mr.text else w.mirror end from Mirror mr join Contribution c on c.id = mr.contributionId join Dilemma d on d.id = c.dilemmaId
                        left join ContributionWriter w on w.contributionId = c.id and w.personId = :me
                        where c.id = :id and (w.mirror is not null or %1$s)""".formatted(Hql.anyOf(MIRROR, ContributionAccess.MIRROR_LAST)), String.class)
                .setParameter("id", contributionId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** Whether colleagues wrote a mirror here that they have not opened to the actor. */
    public boolean isMirrorClosed(Actor actor, UUID contributionId) {
        return em.createQuery("select count(mr) from Mirror mr join Contribution c on c.id = mr.contributionId join Dilemma d on d.id = c.dilemmaId where c.id = :id and mr.text <> '' and not " + MIRROR, Long.class)
                .setParameter("id", contributionId).setParameter("me", actor.personId()).getSingleResult() > 0;
    }

    /** One for each seat, with what people there wrote that the actor may read; in the order they were given. */
    public List<Recognised> recognitions(Actor actor, UUID dilemmaId) {
        return em.createQuery("""
                        select new nl.klankbord.contribution.ContributionFinder$RecognisedBy(rc.seatId, m.code, m.name, s.voice, rc.example, rc.createdAt, %s, case when rc.personId = :me then true else false end) from Recognition rc
                        join Dilemma d on d.id = rc.dilemmaId join Seat s on s.id = rc.seatId left join Municipality m on m.code = s.municipalityCode
                        where d.id = :dilemma and %s and not %s order by rc.createdAt, rc.seatId, rc.personId""".formatted(DilemmaAccess.onSeat("rc.seatId"), DilemmaAccess.IN_CIRCLE,
                        ContributionAccess.closedToNewcomer("rc.createdAt", "rc.personId")), RecognisedBy.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream()
                .collect(Collectors.groupingBy(RecognisedBy::seatId, LinkedHashMap::new, Collectors.toList())).values().stream().map(Recognised::of).toList();
    }

    /** @param text null when withdrawn or hidden, but for its author; @param now of the dilemma, where words of it that were picked are hidden from the actor: they are left out here, and it is not kept; @param ownQuestions of the method, with the words that the answers answer: who reads those reads these; null where there are none; @param lifts hidden, and the actor may show it again; @param reportedWhy why it was hidden, for the coordinator; @param version always the same for who left its seat; @param own written by the actor; @param last the actor wrote on it last; @param ownSeat from the actor's seat; @param late came in after the reveal; @param voice of a guest: for whom one speaks, else null; @param inCircle whether the actor still reads the dilemma around it; @param dilemma its title then; @param mirror as the actor wrote it last; @param earlier whether it is what the actor wrote once, and not what it says now; @param ownWithdrawal whether the actor took it back */
    public record Shown(UUID id, UUID dilemmaId, UUID seatId, ContributionKind kind, String text, String example, String advice, List<String> assumptions, List<String> pickedAssumptions, Canvas now, List<Answer> answers, List<Question> ownQuestions,
                        Passage passage, UUID inReplyTo, String authorName, String code, String municipalityName, Voice voice, Instant createdAt, Instant submittedAt,
                        Instant withdrawnAt, Instant hiddenAt, boolean lifts, String reportedWhy, HostChoice hostChoice, String hostWhy, int version, boolean own, boolean last, boolean ownSeat, boolean late, boolean inCircle, String dilemma, String mirror, boolean earlier, boolean ownWithdrawal) {
        public Municipality.Ref municipality() {
            return code == null ? null : new Municipality.Ref(code, municipalityName);
        }

        public Shown {
            assumptions = Picked.shown(assumptions, pickedAssumptions, now);
            pickedAssumptions = pickedAssumptions == null ? List.of() : Picked.shown(pickedAssumptions, pickedAssumptions, now);
            now = null;
            answers = answers == null ? List.of() : answers;
        }

        /** The words of a question that a programme wrote itself; null for those of Klankbord. */
        public String asked(String question) {
            return Questions.words(ownQuestions, question);
        }

        /** The answers, each with the words it answers. */
        List<Answered> answered() {
            return answers.stream().map(answer -> new Answered(answer.question(), asked(answer.question()), answer.text(), answer.skipped())).toList();
        }

        /** Whether its reader may read the text: it may be withdrawn or hidden, and then only its writer does. */
        public boolean isReadable() {
            return text != null;
        }

        /** When it came in: of a reflection not the moment at which its draft began. */
        public Instant said() {
            return submitted() ? submittedAt : createdAt;
        }

        public boolean submitted() {
            return submittedAt != null;
        }

        /** A reflection as the actor left it with its seat: she is not told whether colleagues went on, or submitted the same. */
        public boolean left() {
            return kind == ContributionKind.REFLECTION && !ownSeat && (earlier || !submitted());
        }

        /** Whether it is the actor's to take back: a reflection is the seat's, so who wrote on it before others did and left takes nothing from them. */
        public boolean takesBack() {
            return own && (kind != ContributionKind.REFLECTION || submitted() && last || ownSeat && (withdrawn() || !earlier));
        }

        /** Whether it is the actor's to put there again, where the phase lets one: the words of a colleague who took them back stay with her. */
        public boolean putsBack() {
            return withdrawn() && !hidden() && ownWithdrawal && (seatId == null || ownSeat);
        }

        /** What one must be allowed to do for that. */
        public String puttingBack() {
            return ContributionDeed.puttingBack(kind).name();
        }

        public boolean hidden() {
            return hiddenAt != null;
        }

        public boolean withdrawn() {
            return withdrawnAt != null;
        }
    }

    /** @param ownSeat from the actor's seat; {@code mine}: the actor said so, too; {@code ownExample}: what the actor wrote with it */
    public record Recognised(UUID seatId, String code, String municipalityName, Voice voice, List<String> examples, Instant createdAt, boolean ownSeat, boolean mine, String ownExample) {
        static Recognised of(List<RecognisedBy> people) {
            RecognisedBy first = people.getFirst();
            return new Recognised(first.seatId, first.code, first.municipalityName, first.voice, people.stream().map(RecognisedBy::example).filter(Objects::nonNull).distinct().toList(), first.createdAt, first.ownSeat,
                    people.stream().anyMatch(RecognisedBy::mine), people.stream().filter(RecognisedBy::mine).map(RecognisedBy::example).filter(Objects::nonNull).findFirst().orElse(null));
        }
    }

    record RecognisedBy(UUID seatId, String code, String municipalityName, Voice voice, String example, Instant createdAt, boolean ownSeat, boolean mine) {}
}
