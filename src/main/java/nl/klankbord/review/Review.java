// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klankbord.attachment.AttachmentFinder;
import nl.klankbord.board.EffortFinder;
import nl.klankbord.contribution.Anchor;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.contribution.ContributionFinder.Recognised;
import nl.klankbord.contribution.ContributionFinder.Shown;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.contribution.DraftFinder.Draft;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.NewcomerFinder;
import nl.klankbord.dilemma.AcceptedFinder;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.FollowUpFinder;
import nl.klankbord.dilemma.HiddenTextFinder;
import nl.klankbord.dilemma.Phase;
import nl.klankbord.dilemma.ReaderFinder;
import nl.klankbord.dilemma.RestatementFinder;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;
import nl.klankbord.dilemma.SharedAddressFinder;
import nl.klankbord.dilemma.TextName;
import nl.klankbord.matching.PeerPlan;
import nl.klankbord.matching.PeerPlan.Proposal;
import nl.klankbord.matching.PeerProposals.Facilitator;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.session.Agenda;
import nl.klankbord.session.SessionFinder;
import nl.klankbord.step.StepFinder;

/**
 * Everything the page of a dilemma shows this actor, and nothing else.
 *
 * @param threads   what is said, by the part of the text it is about; the empty key holds what is about all of it
 * @param more      cursor of the rest of what is said, or null
 * @param at        cursor of the page of it that this is, or null for the first
 * @param own       the reflection of one's own seat, or null
 * @param mirror    its mirror, or null
 * @param agenda    how its session goes, or null
 * @param drafts    one's own unsaved texts by the key of their form
 * @param deeds     names of what the policy grants
 * @param proposals for who matches, else empty
 * @param facilitators who could lead, for who matches, else empty
 * @param restated  the dilemma as its host said it anew, or null
 * @param changedAt when its text was changed last since it was submitted, or null
 * @param newcomers who came to sit there when it ran already
 * @param coordinators who came to coordinate the programme then
 * @param waiting   who is to come, as far as the actor has a part in it
 * @param readers   who opened it, for its host, else empty
 * @param attachments files, by the id of what they belong to
 * @param margin    the text with the passages that something is said about
 * @param efforts   the work that lies behind one, to say how long it took
 * @param steps     of the own seat, for who has one
 * @param hidden    texts in which a reader recognised somebody, without their words but for who wrote them
 * @param accepted  how it goes on once it is accepted, for its coordinator, else null
 * @param later     a first day to move the end of its phase to, for who may, else null
 * @param contact   whom one stays in touch with, for who may, else null
 * @param links     the dilemma that this one takes up again and those that take up this one, as far as the actor reads them
 */
public record Review(DilemmaFinder.Shown dilemma, Map<String, List<Thread>> threads, List<Thread> reflections, String more, String at, Shown own, String mirror,
                     List<Recognised> recognitions, SessionFinder.Shown session, Agenda agenda, Map<String, Draft> drafts, Set<String> deeds, List<Proposal> proposals, List<Facilitator> facilitators, List<ReaderFinder.Reader> readers, RestatementFinder.Restated restated, Instant changedAt,
                     List<NewcomerFinder.Arrived> newcomers, List<NewcomerFinder.Coordinator> coordinators, List<NewcomerFinder.Waiting> waiting, List<EffortFinder.Own> efforts,
                     Map<UUID, List<AttachmentFinder.Shown>> attachments, Margin margin,
                     List<StepFinder.Shown> steps, FollowUpFinder.Links links, List<HiddenTextFinder.Shown> hidden, AcceptedFinder.Accepted accepted, String later, SharedAddressFinder.Here contact) {

    /** Whether the words at a seat or contribution are hidden because somebody can be recognised in them. */
    public boolean hides(String kind, UUID thing) {
        return hidden.stream().anyMatch(one -> one.name().kind().equals(kind) && thing.equals(one.name().thing()));
    }

    /** Key of the draft of why a text is reported. */
    static String reporting(UUID dilemma) {
        return DraftKey.report(dilemma);
    }

    /** Key of the draft of other words for a text that was. */
    static String rewriting(UUID dilemma, String text) {
        return DraftKey.rewriting(dilemma, TextName.parse(text).orElseThrow());
    }

    /** Key of the draft of other words for a hidden text. */
    public String rewriting(HiddenTextFinder.Shown one) {
        return DraftKey.rewriting(text().id(), one.name());
    }

    /** What the actor may say of that somebody can be recognised in it. */
    public List<HiddenTextFinder.Open> getReportable() {
        return ReportableTexts.of(this);
    }

    /** A contribution and the replies to it. */
    public record Thread(Shown first, List<Shown> replies) {}

    public DilemmaFinder.Text text() {
        return dilemma.text();
    }

    public Canvas canvas() {
        return dilemma.text().canvas();
    }

    public boolean may(String deed) {
        return deeds.contains(deed);
    }

    public List<Thread> about(String field) {
        return threads.getOrDefault(field, List.of());
    }

    public List<AttachmentFinder.Shown> files(UUID about) {
        return attachments.getOrDefault(about, List.of());
    }

    /** Whether the actor wrote it and may still add a file, or take one away: that also from what was taken back. */
    public boolean handlesFiles(Shown note) {
        boolean adds = note.kind() != ContributionKind.REFLECTION && may(ContributionDeed.posting(note.kind()).name()) && !note.withdrawn() && !note.hidden();
        return note.own() && (adds || may("WITHDRAW_OWN") && !files(note.id()).isEmpty() && (note.kind() != ContributionKind.REFLECTION || isRevealed()));
    }

    /** Whether the actor took it back and may put it there again. */
    public boolean putsBack(Shown note) {
        return note.putsBack() && may(note.puttingBack());
    }

    /** Where the passage stands that this is about, or null. */
    public Anchor anchor(Shown said) {
        return margin.anchors().get(said.id());
    }

    /** The fields that hold words one can quote. */
    public List<String> getQuotable() {
        return margin.quotable();
    }

    /** Whether the host can answer just this one of what a peer said. */
    public boolean answerable(Shown said) {
        return may("RESPOND") && said.submitted() && !said.withdrawn() && !said.hidden() && getPeers().stream().anyMatch(peer -> peer.id().equals(said.seatId()));
    }

    /** Reasons that hold for all of them, told once. */
    public List<PeerPlan.Reason> getSharedReasons() {
        return PeerPlan.shared(getCandidates());
    }

    /** Whether its dates can be changed among what else can be done; what is stranded has a place of its own for that. */
    public boolean isTimed() {
        return !text().stranded() && (may("EXTEND") || may("PAUSE"));
    }

    /** Who can be asked to think along. */
    public List<Proposal> getCandidates() {
        return proposals.stream().filter(proposal -> proposal.conflicts().isEmpty()).toList();
    }

    /** Whether the round's plan asks somebody for this dilemma. */
    public boolean isPeersLack() {
        return proposals.stream().anyMatch(Proposal::proposed);
    }

    /** The municipality that the plan names first, or null. */
    public String getFirstProposed() {
        return proposals.stream().filter(Proposal::proposed).map(proposal -> proposal.municipality().name()).findFirst().orElse(null);
    }

    /** Whether that is in the place of somebody who said no. */
    public boolean isSubstituting() {
        return dilemma.seats().stream().anyMatch(seat -> seat.status() == SeatStatus.DECLINED || seat.status() == SeatStatus.CONFLICT || seat.status() == SeatStatus.REFUSED
                || seat.status() == SeatStatus.LEFT);
    }

    public boolean isEffortUnsaid() {
        return efforts.stream().anyMatch(effort -> effort.answer() == null);
    }

    public boolean isHost() {
        return dilemma.standing().seat() == SeatKind.HOST;
    }

    public boolean isPeer() {
        return dilemma.standing().seat() == SeatKind.PEER;
    }

    public boolean isCoordinating() {
        return dilemma.standing().role() == nl.klankbord.dilemma.Standing.Role.COORDINATOR;
    }

    public boolean isInvited() {
        return dilemma.standing().invitation() != null;
    }

    /** Whether the invitation is to lead the conversation, not to think along. */
    public boolean isAskedToFacilitate() {
        return dilemma.seats().stream().anyMatch(seat -> seat.id().equals(dilemma.standing().invitation()) && seat.kind() == SeatKind.FACILITATOR);
    }

    /** Whether the invitation is to somebody without an account. */
    public boolean isAskedAsGuest() {
        return dilemma.seats().stream().anyMatch(seat -> seat.id().equals(dilemma.standing().invitation()) && seat.kind() == SeatKind.GUEST);
    }

    public boolean isOpen() {
        return dilemma.standing().open();
    }

    public boolean isRevealed() {
        return Phase.REVEALED.contains(text().phase());
    }

    /** Whether a phase has been reached. */
    public boolean from(String phase) {
        return text().phase() != Phase.WITHDRAWN && text().phase().compareTo(Phase.valueOf(phase)) >= 0;
    }

    public boolean in(String phase) {
        return text().phase().name().equals(phase);
    }

    /** The phase a coordinator may open next, or null; it begins no sooner than its round. */
    public Phase getNext() {
        return may("MOVE") && (!in("ACCEPTED") || dilemma.standing().roundPhase() == RoundPhase.RUNNING) ? Phase.values()[text().phase().ordinal() + 1] : null;
    }

    public DilemmaFinder.SeatShown getOwnSeat() {
        return dilemma.seats().stream().filter(seat -> seat.id().equals(dilemma.standing().seatId())).findFirst().orElse(null);
    }

    public DilemmaFinder.SeatShown getHostSeat() {
        return dilemma.seats().stream().filter(seat -> seat.kind() == SeatKind.HOST).findFirst().orElse(null);
    }

    /** Whether nobody sits on the host's seat any more. */
    public boolean isHostSeatVacant() {
        return getHostSeat() != null && getHostSeat().people().isEmpty();
    }

    public List<DilemmaFinder.SeatShown> getPeers() {
        return dilemma.seats().stream().filter(seat -> (seat.kind() == SeatKind.PEER || seat.kind() == SeatKind.GUEST)
                && (seat.status() == SeatStatus.ACCEPTED || seat.status() == SeatStatus.LEFT)).toList();
    }

    /** Name of a form about the whole dilemma, and key of its draft. */
    public String key(String form) {
        return form + "." + text().id();
    }

    /** Name of a form about one seat or contribution, and key of its draft. */
    public String key(String form, UUID about) {
        return form + "." + about;
    }

    /** The text kept of a form that was not sent yet, or nothing. */
    public String draft(String key) {
        return drafts.containsKey(key) ? drafts.get(key).text() : "";
    }

    /** What was being typed, or else what is there. */
    public String draftOr(String key, String otherwise) {
        return drafts.containsKey(key) ? drafts.get(key).text() : otherwise;
    }

    /** Whether the reader said so herself; a colleague may have as well. */
    public boolean isRecognises() {
        return recognitions.stream().anyMatch(Recognised::mine);
    }

    /** What the reader gave as an example when she recognised the question, or nothing. */
    public String getOwnExample() {
        return recognitions.stream().map(Recognised::ownExample).filter(java.util.Objects::nonNull).findFirst().orElse("");
    }

    public int draftVersion(String key) {
        return drafts.containsKey(key) ? drafts.get(key).version() : 0;
    }

    public List<Difference> getDifferences() {
        return Difference.between(canvas(), restated.canvas());
    }

    /** The address of the one who can be asked, when there is just one. */
    public String getOnlyFacilitator() {
        return facilitators.size() == 1 ? facilitators.getFirst().email() : "";
    }

    /** Whether the actor came when it ran already, and reads what was written before only where its writer agrees. */
    public boolean isJoinedLater() {
        return newcomers.stream().anyMatch(one -> one.self() && one.kind() != SeatKind.FACILITATOR);
    }

    public Kring getKring() {
        return Kring.of(dilemma);
    }
}
