// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.List;
import nl.klankbord.dilemma.DilemmaFinder;
import nl.klankbord.dilemma.DilemmaFinder.SeatShown;
import nl.klankbord.dilemma.SeatKind;
import nl.klankbord.dilemma.SeatStatus;

/** The circle as a picture: the host at the top, the others around the table, as far as the reader may see them. */
public record Kring(List<Place> seats) {

    /** @param voice of a guest, else null; @param state INVITED, ACCEPTED or SUBMITTED; a position in a drawing of 420 by 344 */
    public record Place(String label, String kind, String voice, String state, int x, int y) {}

    static Kring of(DilemmaFinder.Shown dilemma) {
        List<SeatShown> seats = new ArrayList<>(dilemma.seats().stream().filter(seat -> seat.kind() == SeatKind.HOST).toList());
        dilemma.seats().stream().filter(seat -> seat.kind() != SeatKind.HOST
                && (seat.status() == SeatStatus.ACCEPTED || seat.status() == SeatStatus.INVITED || seat.status() == SeatStatus.PROPOSED)).forEach(seats::add);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            SeatShown seat = seats.get(i);
            double angle = 2 * Math.PI * i / seats.size();
            String state = seat.status() != SeatStatus.ACCEPTED ? "INVITED" : "SUBMITTED".equals(seat.progress()) || seat.kind() == SeatKind.HOST ? "SUBMITTED" : "ACCEPTED";
            places.add(new Place(seat.municipality() == null ? null : seat.municipality().name(), seat.kind().name(), seat.voice() == null ? null : seat.voice().name(), state,
                    (int) Math.round(210 + 150 * Math.sin(angle)), (int) Math.round(172 - 112 * Math.cos(angle))));
        }
        return new Kring(places);
    }
}
