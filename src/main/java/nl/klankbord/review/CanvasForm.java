// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.ArrayList;
import java.util.List;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A canvas as a form shows it.
 *
 * @param paths       one per line, like assumptions
 * @param roles       always a few empty rows to fill
 * @param themes      between commas
 */
public record CanvasForm(Canvas canvas, String paths, String assumptions, List<Canvas.PartyRole> roles, String themes) {
    private static final int EMPTY_ROWS = 2;

    static CanvasForm of(Canvas canvas) {
        Canvas tidy = canvas.tidy();
        List<Canvas.PartyRole> roles = new ArrayList<>(tidy.roles());
        for (int i = 0; i < EMPTY_ROWS; i++) {
            roles.add(new Canvas.PartyRole("", "", ""));
        }
        return new CanvasForm(tidy, String.join("\n", tidy.paths()), String.join("\n", tidy.assumptions()), roles, String.join(", ", tidy.themes()));
    }

    /** What a browser sends of it. */
    public static class Fields {
        @RestForm
        String title;
        @RestForm
        String question;
        @RestForm
        String intention;
        @RestForm
        String tension;
        @RestForm
        String stip;
        @RestForm
        String foto;
        @RestForm
        String fotoDate;
        @RestForm
        String paths;
        @RestForm
        String experiment;
        @RestForm
        String stopList;
        @RestForm
        String assumptions;
        @RestForm
        String tried;
        @RestForm
        List<String> party;
        @RestForm
        List<String> role;
        @RestForm
        List<String> interest;
        @RestForm
        String character;
        @RestForm
        String themes;

        /** Whether a date was typed that is none. */
        boolean wrongDate() {
            return fotoDate != null && !fotoDate.isBlank() && Form.date(fotoDate) == null;
        }

        /** A canvas of nothing but a title. */
        Canvas title(String title) {
            this.title = title;
            return canvas();
        }

        Canvas canvas() {
            List<Canvas.PartyRole> roles = new ArrayList<>();
            for (int i = 0; party != null && i < party.size(); i++) {
                roles.add(new Canvas.PartyRole(party.get(i), at(role, i), at(interest, i)));
            }
            return new Canvas(title, question, intention, tension, stip, foto, Form.date(fotoDate), Form.lines(paths), experiment, stopList, Form.lines(assumptions),
                    tried, roles, Form.choice(Canvas.Character.class, character), Form.commas(themes));
        }

        private static String at(List<String> values, int index) {
            return values == null || index >= values.size() ? "" : values.get(index);
        }
    }
}
