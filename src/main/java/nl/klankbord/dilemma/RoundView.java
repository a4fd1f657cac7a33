// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Level;
import nl.klankbord.programme.ProgrammeStanding;
import nl.klankbord.round.Asked;
import nl.klankbord.round.RoundFinder;
import nl.klankbord.round.RoundPhase;
import nl.klankbord.round.RoundPolicy;
import nl.klankbord.round.Timeline;
import nl.klankbord.round.Who;
import nl.klankbord.web.Language;

/**
 * A round as its page shows it to one reader.
 *
 * @param waiting whom it waits for; null for who may not see it
 * @param next    the phase its coordinator may open by hand, or null
 * @param empty   for its coordinator: nothing was submitted in time
 * @param mayRemove whether it holds nothing, for who may take it away
 * @param mayMatch whether a dilemma still lacks peers, for who may choose them
 * @param needs   what stopped such a move just now
 * @param concepts how many were not submitted in time, whose titles the reader may not know
 * @param starts  how far each accepted dilemma is before it can run; empty for who may not see it
 * @param levels  that nobody speaks for; null for who may not see it or while there are too few to tell
 * @param question that is asked before it moves, or null
 * @param voices  of guests; null for who may not see it or while no dilemma is accepted
 */
record RoundView(RoundFinder.Shown round, Timeline timeline, List<DilemmaFinder.Listed> dilemmas, long concepts, List<Waiting> waiting, RoundPhase next,
                 boolean empty, boolean mayPlan, boolean mayChange, boolean mayRemove, boolean mayStart, boolean mayMatch, boolean mayPropose, List<RoundNeed> needs, List<Start> starts, List<Level> levels,
                 Voices voices, RoundQuestion question) {

    static RoundView of(Actor actor, RoundFinder.Shown round, Timeline timeline, List<DilemmaFinder.Listed> dilemmas, List<Asked.Waiting> waiting,
                        boolean peersLack, List<RoundNeed> needs, List<StartNeedFinder.StartNeed> starts, List<Level> levels, VoiceFinder.Heard voices, Language language) {
        ProgrammeStanding standing = round.standing(actor);
        Map<UUID, DilemmaFinder.Listed> byId = dilemmas.stream().collect(Collectors.toMap(DilemmaFinder.Listed::id, Function.identity()));
        boolean moves = RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.MOVE).granted();
        // What was not submitted in time goes along to a next call: of others it is a number, no card.
        List<DilemmaFinder.Listed> cards = round.phase().compareTo(RoundPhase.MATCHING) < 0 ? dilemmas : dilemmas.stream().filter(one -> one.phase() != Phase.DRAFT || one.title() != null).toList();
        return new RoundView(round, timeline, cards, dilemmas.size() - cards.size(),
                waiting == null ? null : waiting.stream().map(one -> Waiting.of(one, byId.get(one.dilemmaId()), language)).toList(),
                moves && round.phase() != RoundPhase.RUNNING ? RoundPhase.values()[round.phase().ordinal() + 1] : null,
                moves && round.phase() == RoundPhase.MATCHING && dilemmas.stream().allMatch(one -> one.phase() == Phase.DRAFT),
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.RESCHEDULE).granted(),
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.CHANGE).granted(),
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.REMOVE).granted() && dilemmas.isEmpty(),
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.START_DILEMMA).granted() && !actor.municipality().isEmpty(),
                peersLack && RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.MATCH).granted(),
                !starts.isEmpty() && RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.MATCH).granted(),
                needs,
                starts.stream().filter(one -> byId.containsKey(one.dilemmaId())).map(one -> new Start(one, byId.get(one.dilemmaId()))).toList(), waiting == null ? null : levels,
                waiting == null || voices == null ? null : Voices.of(voices, byId), null);
    }

    RoundView asking(RoundQuestion question) {
        return new RoundView(round, timeline, dilemmas, concepts, waiting, next, empty, mayPlan, mayChange, mayRemove, mayStart, mayMatch, mayPropose, needs, starts, levels, voices, question);
    }

    /** Whether the round can run by what its page knows: one dilemma with enough peers is enough. */
    public boolean isReady() {
        return starts.stream().anyMatch(start -> start.need.met());
    }

    /** Whether starting comes after something else. */
    public boolean isEarly() {
        return next == RoundPhase.RUNNING && !isReady();
    }

    public int getWritingMinutes() {
        return Writing.all();
    }

    record Start(StartNeedFinder.StartNeed need, DilemmaFinder.Listed dilemma) {}

    record Voices(List<Voice> missing, List<Table> dilemmas) {
        static Voices of(VoiceFinder.Heard heard, Map<UUID, DilemmaFinder.Listed> dilemmas) {
            return new Voices(heard.missing(), heard.dilemmas().stream().filter(one -> dilemmas.containsKey(one.dilemmaId()))
                    .map(one -> new Table(dilemmas.get(one.dilemmaId()), one.present(), one.missing())).toList());
        }

        record Table(DilemmaFinder.Listed dilemma, List<Voice> present, List<Voice> missing) {}
    }

    /** @param path where the coordinator herself does it, or null */
    record Waiting(String who, String what, Instant dueAt, DilemmaFinder.Listed dilemma, String path) {
        static Waiting of(Asked.Waiting one, DilemmaFinder.Listed dilemma, Language language) {
            return new Waiting(one.who().named(role -> language.text("waiting.who." + role)), language.text("waiting." + one.what()), one.dueAt(), dilemma, one.who().is(Who.Role.COORDINATOR) ? one.path() : null);
        }
    }
}
