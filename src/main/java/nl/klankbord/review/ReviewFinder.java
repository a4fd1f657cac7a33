// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.attachment.AttachmentFinder;
import nl.klankbord.board.BoardDeed;
import nl.klankbord.board.EffortFinder;
import nl.klankbord.contribution.ContributionDeed;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.contribution.DraftFinder;
import nl.klankbord.contribution.DraftKey;
import nl.klankbord.contribution.NewcomerFinder;
import nl.klankbord.dilemma.AcceptedFinder;
import nl.klankbord.dilemma.Deed;
import nl.klankbord.dilemma.DilemmaDeed;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.DilemmaPolicy;
import nl.klankbord.dilemma.FollowUpFinder;
import nl.klankbord.dilemma.HiddenTextFinder;
import nl.klankbord.dilemma.ReaderFinder;
import nl.klankbord.dilemma.RestatementFinder;
import nl.klankbord.dilemma.SharedAddressFinder;
import nl.klankbord.dilemma.Standing;
import nl.klankbord.dilemma.VersionFinder;
import nl.klankbord.identity.Actor;
import nl.klankbord.matching.PeerProposals;
import nl.klankbord.session.ProtocolFinder;
import nl.klankbord.session.SessionDeed;
import nl.klankbord.session.SessionFinder;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Cursor.Items;
import nl.klankbord.shared.WorkingDays;
import nl.klankbord.step.StepDeed;
import nl.klankbord.step.StepFinder;
import nl.klankbord.web.Language;

/** Brings together what the page of a dilemma shows, each part by the finder of its own module. */
@ApplicationScoped
public class ReviewFinder {
    private static final Cursor ALL_STEPS = Cursor.of(null, Cursor.MOST);
    @Inject
    DilemmaFinder dilemmas;
    @Inject
    ContributionFinder contributions;
    @Inject
    DraftFinder drafts;
    @Inject
    SessionFinder sessions;
    @Inject
    ProtocolFinder protocols;
    @Inject
    PeerProposals proposals;
    @Inject
    ReaderFinder readers;
    @Inject
    RestatementFinder restatements;
    @Inject
    NewcomerFinder newcomers;
    @Inject
    AttachmentFinder attachments;
    @Inject
    EffortFinder efforts;
    @Inject
    VersionFinder versions;
    @Inject
    Language language;
    @Inject
    StepFinder steps;
    @Inject
    FollowUpFinder followUps;
    @Inject
    HiddenTextFinder hiddenTexts;
    @Inject
    AcceptedFinder accepted;
    @Inject
    SharedAddressFinder addresses;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    public Optional<Review> visibleTo(Actor actor, UUID id, Cursor cursor) {
        return dilemmas.visibleTo(actor, id).map(shown -> review(actor, shown, cursor));
    }

    private Review review(Actor actor, DilemmaFinder.Shown shown, Cursor cursor) {
        Standing standing = shown.standing();
        UUID id = standing.dilemmaId();
        Set<String> deeds = granted(standing);
        boolean circle = deeds.contains(DilemmaDeed.READ_CIRCLE.name());
        Items<ContributionFinder.Shown> page = circle ? contributions.conversation(actor, id, cursor) : Items.all(List.of());
        List<ContributionFinder.Shown> reflections = circle ? contributions.reflections(actor, id) : List.of();
        List<ContributionFinder.Shown> said = Stream.concat(page.items().stream(), reflections.stream()).toList();
        ContributionFinder.Shown own = circle ? contributions.ownReflection(actor, id).orElse(null) : null;
        SessionFinder.Shown session = circle ? sessions.ofDilemma(actor, id).orElse(null) : null;
        Margin margin = Margin.of(shown.text().canvas(), said, one -> language.text("passage.said", one.municipalityName() == null ? one.authorName() : one.municipalityName()));
        return new Review(shown, threads(said, margin), reflections(reflections), page.next(), cursor.place(), own,
                own == null ? null : contributions.mirror(actor, own.id()).filter(text -> !text.isBlank()).orElse(null),
                circle ? contributions.recognitions(actor, id) : List.of(), session, session != null || deeds.contains(SessionDeed.SET_SESSION.name()) ? protocols.agenda(actor, id).orElse(null) : null,
                circle ? drafts.own(actor, keys(id, shown, said)) : Map.of(), deeds,
                deeds.contains(DilemmaDeed.PROPOSE_SEAT.name()) ? proposals.of(actor, id).orElse(List.of()) : List.of(),
                deeds.contains(DilemmaDeed.PROPOSE_SEAT.name()) ? proposals.facilitators(actor, id) : List.of(),
                deeds.contains(DilemmaDeed.SEE_READERS.name()) ? readers.of(actor, id).orElse(List.of()) : List.of(), circle ? restatements.of(actor, id).orElse(null) : null,
                circle ? versions.changed(actor, id).orElse(null) : null,
                circle ? newcomers.arrived(actor, id) : List.of(), circle ? newcomers.coordinators(actor, id) : List.of(), circle ? newcomers.waiting(actor, id) : List.of(),
                DilemmaPolicy.decide(standing, BoardDeed.SAY_EFFORT).granted() ? efforts.own(actor, standing) : List.of(),
                attachments.beside(actor, id, Stream.concat(said.stream(), Stream.ofNullable(own)).map(ContributionFinder.Shown::id).toList()), margin,
                deeds.contains(StepDeed.READ_STEPS.name()) ? steps.ofDilemma(actor, id, null, ALL_STEPS).items() : List.of(), followUps.of(actor, id), hiddenTexts.of(actor, id),
                accepted.of(actor, standing).orElse(null), deeds.contains(DilemmaDeed.EXTEND.name()) && shown.text().endsAt() != null ? later(shown.text().endsAt()) : null,
                deeds.contains(DilemmaDeed.SHARE_ADDRESS.name()) ? addresses.at(actor, id).orElse(null) : null);
    }

    /** A week on, or the first working day after that. */
    private String later(Instant endsAt) {
        Instant now = clock.instant();
        return calendar.plus(WorkingDays.dayOf(endsAt.isBefore(now) ? now : endsAt).plusWeeks(1), 0).toString();
    }

    private static Set<String> granted(Standing standing) {
        Set<String> names = new HashSet<>();
        Stream.<Deed[]>of(DilemmaDeed.values(), ContributionDeed.values(), SessionDeed.values(), StepDeed.values()).flatMap(Stream::of)
                .filter(deed -> DilemmaPolicy.decide(standing, deed).granted()).forEach(deed -> names.add(deed.name()));
        return names;
    }

    /** Questions and remarks with their replies, by the part of the text they quote, in the order of that text and then of time. */
    private static Map<String, List<Review.Thread>> threads(List<ContributionFinder.Shown> said, Margin margin) {
        Map<UUID, List<ContributionFinder.Shown>> replies = replies(said);
        Map<String, List<Review.Thread>> threads = new LinkedHashMap<>();
        // A reply whose beginning stands on an earlier page, or is closed to its reader, stands by itself.
        Set<UUID> here = said.stream().map(ContributionFinder.Shown::id).collect(Collectors.toSet());
        said.stream().filter(c -> !here.contains(c.inReplyTo()) && c.kind() != ContributionKind.REFLECTION).forEach(c -> threads
                .computeIfAbsent(c.passage() == null ? "" : c.passage().field(), field -> new ArrayList<>()).add(new Review.Thread(c, replies.getOrDefault(c.id(), List.of()))));
        threads.values().forEach(list -> list.sort(margin.order()));
        return threads;
    }

    private static List<Review.Thread> reflections(List<ContributionFinder.Shown> said) {
        Map<UUID, List<ContributionFinder.Shown>> replies = replies(said);
        return said.stream().filter(c -> c.kind() == ContributionKind.REFLECTION).map(c -> new Review.Thread(c, replies.getOrDefault(c.id(), List.of()))).toList();
    }

    private static Map<UUID, List<ContributionFinder.Shown>> replies(List<ContributionFinder.Shown> said) {
        return said.stream().filter(c -> c.inReplyTo() != null).collect(Collectors.groupingBy(ContributionFinder.Shown::inReplyTo));
    }

    private static List<String> keys(UUID id, DilemmaFinder.Shown shown, List<ContributionFinder.Shown> said) {
        List<String> keys = new ArrayList<>(List.of(DraftKey.of(ContributionKind.QUESTION, id, null), DraftKey.of(ContributionKind.REMARK, id, null),
                DraftKey.recognition(id), DraftKey.closing(id, "works"), DraftKey.closing(id, "nextStep"), DraftKey.closing(id, "stillOpen")));
        shown.seats().forEach(seat -> keys.add(DraftKey.hostResponse(seat.id())));
        said.forEach(c -> keys.add(DraftKey.hostResponse(c.id())));
        said.stream().filter(c -> c.kind() == ContributionKind.QUESTION).forEach(c -> keys.add(DraftKey.of(ContributionKind.ANSWER, id, c.id())));
        said.stream().filter(c -> c.kind() == ContributionKind.REMARK || c.kind() == ContributionKind.REFLECTION).forEach(c -> keys.add(DraftKey.of(ContributionKind.REMARK, id, c.id())));
        return keys;
    }
}
