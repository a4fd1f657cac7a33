// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dilemma as the API tells it; what one may not see is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DilemmaJson(UUID id, Municipality.Ref host, Phase phase, Instant endsAt, Instant pausedAt, String title, String question, String intention, String tension, String stip,
                   String foto, LocalDate fotoDate, List<String> paths, String experiment, String stopList, List<String> assumptions, String tried,
                   List<Canvas.PartyRole> roles, Canvas.Character character, List<String> themes, Canvas.Goal goal, String outcome, Circle circle, Long peersDone, Long peersTotal,
                   List<SeatJson> seats, Closing closing, List<String> hiddenFields, FollowUpFinder.Link follows, List<FollowUpFinder.Link> followedBy) {

    static DilemmaJson of(DilemmaFinder.Shown shown, FollowUpFinder.Links links) {
        DilemmaFinder.Text text = shown.text();
        Canvas canvas = text.canvas() == null ? Canvas.titled(text.title()) : text.canvas();
        return new DilemmaJson(text.id(), text.host(), text.phase(), text.endsAt(), text.pausedAt(), canvas.title(), canvas.question(), canvas.intention(), canvas.tension(), canvas.stip(),
                canvas.foto(), canvas.fotoDate(), canvas.paths(), canvas.experiment(), canvas.stopList(), canvas.assumptions(), canvas.tried(), canvas.roles(),
                canvas.character(), canvas.themes(), canvas.goal(), canvas.outcome(), text.circle(), shown.progress() == null ? null : shown.progress().done(),
                shown.progress() == null ? null : shown.progress().total(), shown.seats().stream().map(SeatJson::of).toList(),
                text.closed() ? new Closing(text.works(), text.nextStep(), text.stillOpen()) : null, text.hidden().isEmpty() ? null : text.hidden(), links.follows(), links.followedBy().isEmpty() ? null : links.followedBy());
    }

    /** @param voice of a guest: for whom one speaks; @param asked who was asked to sit there, for the host and the coordinator; @param progress for the coordinator: NONE, BEGUN or SUBMITTED; @param declined for the coordinator; @param version once there is an answer of the host: another one names it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatJson(UUID id, SeatKind kind, Municipality.Ref municipality, Voice voice, String asked, SeatStatus status, List<Name> people, String progress, String declined, Answer hostResponse, Integer version) {
        static SeatJson of(DilemmaFinder.SeatShown seat) {
            return new SeatJson(seat.id(), seat.kind(), seat.municipality(), seat.voice(), seat.asked(), seat.status(), seat.people().stream().map(p -> new Name(p.id(), p.name())).toList(), seat.progress(), seat.declined(),
                    seat.hostChoice() == null ? null : new Answer(seat.hostChoice(), seat.hostWhy()), seat.hostChoice() == null ? null : seat.version());
        }
    }

    record Name(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(HostChoice choice, String why) {}

    /** What a host sends. What only we decide is read past. @param followsDilemmaId of a new one that takes up an earlier one */
    @JsonIgnoreProperties({"id", "host", "phase", "endsAt", "pausedAt", "peersDone", "peersTotal", "seats", "closing", "hiddenFields", "follows", "followedBy"})
    record Input(String title, String question, String intention, String tension, String stip, String foto, LocalDate fotoDate, List<String> paths, String experiment,
                 String stopList, List<String> assumptions, String tried, List<Canvas.PartyRole> roles, Canvas.Character character, List<String> themes, Circle circle,
                 Canvas.Goal goal, String outcome,
                 @Schema(description = "The earlier dilemma that a new one takes up. Only for a new one: a change with it is refused.") UUID followsDilemmaId, Boolean sure) {
        Canvas canvas() {
            return new Canvas(title, question, intention, tension, stip, foto, fotoDate, paths, experiment, stopList, assumptions, tried, roles, character, themes, goal, outcome);
        }
    }
}
