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
import nl.klankbord.shared.Outcome.Unmet;
import nl.klankbord.web.Language;

/**
 * A round as its page shows it to one reader.
 *
 * @param waiting whom it waits for; null for who may not see it
 * @param next    the phase its coordinator may open by hand, or null
 * @param mayMatch whether a dilemma still lacks peers, for who may choose them
 * @param needs   what stopped such a move just now
 * @param levels  that nobody speaks for; null for who may not see it or while there are too few to tell
 * @param voices  of guests; null for who may not see it or while no dilemma is accepted
 */
record RoundView(RoundFinder.Shown round, Timeline timeline, List<DilemmaFinder.Listed> dilemmas, List<Waiting> waiting, RoundPhase next,
                 boolean mayPlan, boolean mayStart, boolean mayMatch, List<Need> needs, List<Level> levels, Voices voices) {

    static RoundView of(Actor actor, RoundFinder.Shown round, Timeline timeline, List<DilemmaFinder.Listed> dilemmas, List<Asked.Waiting> waiting,
                        boolean peersLack, List<Unmet> unmet, List<Level> levels, VoiceFinder.Heard voices, Language language) {
        ProgrammeStanding standing = round.standing(actor);
        Map<UUID, DilemmaFinder.Listed> byId = dilemmas.stream().collect(Collectors.toMap(DilemmaFinder.Listed::id, Function.identity()));
        boolean moves = RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.MOVE).granted();
        return new RoundView(round, timeline, dilemmas,
                waiting == null ? null : waiting.stream().map(one -> Waiting.of(one, byId.get(one.dilemmaId()), language)).toList(),
                moves && round.phase() != RoundPhase.RUNNING ? RoundPhase.values()[round.phase().ordinal() + 1] : null,
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.RESCHEDULE).granted(),
                RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.START_DILEMMA).granted() && !actor.municipality().isEmpty(),
                peersLack && RoundPolicy.decide(standing, round.phase(), RoundPolicy.Action.MATCH).granted(),
                unmet.stream().map(one -> new Need(language.text("need." + one.need()), byId.get(one.dilemmaId()))).distinct().toList(), waiting == null ? null : levels,
                waiting == null || voices == null ? null : Voices.of(voices, byId));
    }

    /** @param dilemma as far as the reader may know it, or null */
    record Need(String text, DilemmaFinder.Listed dilemma) {}

    record Voices(List<Voice> missing, List<Table> dilemmas) {
        static Voices of(VoiceFinder.Heard heard, Map<UUID, DilemmaFinder.Listed> dilemmas) {
            return new Voices(heard.missing(), heard.dilemmas().stream().filter(one -> dilemmas.containsKey(one.dilemmaId()))
                    .map(one -> new Table(dilemmas.get(one.dilemmaId()), one.present(), one.missing())).toList());
        }

        record Table(DilemmaFinder.Listed dilemma, List<Voice> present, List<Voice> missing) {}
    }

    record Waiting(String who, String what, Instant dueAt, DilemmaFinder.Listed dilemma) {
        static Waiting of(Asked.Waiting one, DilemmaFinder.Listed dilemma, Language language) {
            String who = one.who().matches("[A-Z]+") ? language.text("waiting.who." + one.who()) : one.who();
            return new Waiting(who, language.text("waiting." + one.what()), one.dueAt(), dilemma);
        }
    }
}
