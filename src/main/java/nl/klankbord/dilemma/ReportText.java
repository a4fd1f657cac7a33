// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Decision.Reason;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.shared.Trace;

/** Hides a text of a dilemma in which somebody can be recognised, at a reader's word, until its writer has put other words there, or who coordinates has heard that nobody can be. */
@ApplicationScoped
public class ReportText {
    private static final int LONGEST_WHY = 1000;
    @Inject
    EntityManager em;
    @Inject
    StandingFinder standings;
    @Inject
    @All
    List<Reportable> kinds;
    @Inject
    HiddenTexts hidden;
    @Inject
    HiddenTextFinder finder;
    @Inject
    HiddenTextMail mail;
    @Inject
    DilemmaLock lock;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** From now on only its writer reads it. */
    @Transactional
    public Outcome<UUID> report(Actor actor, UUID dilemmaId, String text, String why) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.REPORT_TEXT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        if (text == null || text.isBlank()) {
            return Outcome.invalid("text", "choose-part");
        }
        Optional<TextName> name = TextName.parse(text).filter(one -> kind(one).isPresent());
        Optional<Boolean> own = name.flatMap(one -> kind(one).get().own(actor, dilemmaId, one));
        if (own.isEmpty()) {
            return name.flatMap(one -> shown(actor, dilemmaId, one)).isPresent() ? Outcome.refused(Reason.ALREADY_THERE) : Outcome.invalid("text", "no-such-text");
        }
        if (own.get()) {
            return Outcome.refused(Reason.OWN_CONTRIBUTION);
        }
        if (before(actor, dilemmaId, name.get())) {
            return Outcome.refused(Reason.ALREADY_ANSWERED);
        }
        if (why != null && why.length() > LONGEST_WHY) {
            return Outcome.invalid("why", "too-long", LONGEST_WHY);
        }
        // Where one of several people has put other words and those are reported, that is a report of its own: it is hers who said so, and what the first one keeps stays hidden.
        TextReport report = new TextReport(dilemmaId, name.get(), kind(name.get()).orElseThrow().take(dilemmaId, name.get()), actor.personId(), why == null || why.isBlank() ? null : why.strip(), clock.instant());
        em.persist(report);
        mail.hidden(actor, told(report));
        audit.note(actor, dilemma.deed(AuditKind.TEXT_HIDDEN));
        return Outcome.done(dilemmaId);
    }

    /** Words that were shown again are not hidden a second time by the same reader. Other words may be; but the circle says so, not the whole programme over and over. */
    private boolean before(Actor actor, UUID dilemmaId, TextName name) {
        List<TextReport> earlier = em.createQuery("from TextReport tr where tr.dilemmaId = :dilemma and tr.reportedBy = :me and (tr.liftedAt is not null or tr.rewrittenAt is not null)", TextReport.class)
                .setParameter("dilemma", dilemmaId).setParameter("me", actor.personId()).getResultStream().filter(report -> report.name().equals(name)).toList();
        if (earlier.isEmpty() || !standings.decide(actor, dilemmaId, DilemmaDeed.READ_CIRCLE).granted()) {
            return !earlier.isEmpty();
        }
        return kind(name).orElseThrow().says(dilemmaId, name).stream().allMatch(words -> earlier.stream().anyMatch(report -> report.lifted(words)));
    }

    /** The report that closes it, as far as the actor may know of that. */
    private Optional<HiddenTextFinder.Shown> shown(Actor actor, UUID dilemmaId, TextName name) {
        return finder.of(actor, dilemmaId).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whoever reported it takes that back, or the coordinator, who has heard its writer: as far as she may know of that text, which she does not read meanwhile. */
    @Transactional
    public Outcome<UUID> lift(Actor actor, UUID dilemmaId, String text) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.REPORT_TEXT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<TextReport> reports = finder.of(actor, dilemmaId).stream().filter(one -> one.lifts() && one.text().equals(text)).map(one -> em.find(TextReport.class, one.id())).toList();
        if (reports.isEmpty()) {
            return Outcome.refused(Reason.NOT_YOUR_ROLE);
        }
        reports.forEach(report -> mail.shown(actor, told(report)));
        reports.forEach(report -> lift(dilemmaId, report));
        audit.note(actor, dilemma.deed(standings.coordinates(actor, dilemmaId) ? AuditKind.TEXT_PUT_BACK : AuditKind.TEXT_SHOWN));
        return Outcome.done(dilemmaId);
    }

    private HiddenTextMail.Text told(TextReport report) {
        return new HiddenTextMail.Text(report.dilemmaId(), report.id(), "TextReport tr on tr.dilemmaId = d.id and tr.id = :thing", HiddenTextFinder.wrote(kinds), HiddenTextFinder.reads(kinds), "tr.reportedBy = :me", "#hidden");
    }

    private void lift(UUID dilemmaId, TextReport report) {
        Set<String> shown = new LinkedHashSet<>();
        // Whose words they were may have been erased meanwhile.
        if (report.words() != null) {
            Reportable kind = kind(report.name()).orElseThrow();
            Collection<String> before = kind.says(dilemmaId, report.name());
            kind.giveBack(dilemmaId, report.name(), report.words());
            shown.addAll(kind.says(dilemmaId, report.name()));
            shown.removeAll(before);
        }
        report.lift(shown, clock.instant());
    }

    /** Other words, by whoever wrote those that were taken away; all read them at once. */
    @Transactional
    public Outcome<UUID> rewrite(Actor actor, UUID dilemmaId, String text, String words, boolean sure) {
        Dilemma dilemma = lock.dilemma(dilemmaId);
        Decision decision = standings.decide(actor, dilemmaId, DilemmaDeed.REWRITE_TEXT);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        Optional<HiddenTextFinder.Shown> mine = finder.of(actor, dilemmaId).stream().filter(one -> one.own() && one.text().equals(text)).findFirst();
        if (mine.isEmpty()) {
            return Outcome.refused(Reason.OWN_CONTRIBUTION_ONLY);
        }
        String typed = words == null ? "" : words.strip();
        List<FieldError> errors = Stream.concat(!typed.isEmpty() && typed.equals(mine.get().words()) ? Stream.of(new FieldError("text", "still-recognisable", List.of())) : Stream.of(),
                Trace.unsure(sure, Stream.of(typed), Stream.of()).stream()).toList();
        if (errors.isEmpty()) {
            errors = kind(mine.get().name()).orElseThrow().rewrite(actor, dilemmaId, mine.get().name(), typed);
        }
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        hidden.settle(actor, dilemmaId, mine.get().name());
        audit.note(actor, dilemma.deed(AuditKind.TEXT_SHOWN));
        return Outcome.done(dilemmaId);
    }

    private Optional<Reportable> kind(TextName name) {
        return kinds.stream().filter(one -> one.kind().equals(name.kind())).findFirst();
    }
}
