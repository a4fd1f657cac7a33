// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import java.util.UUID;

/** Who does or reads something. Every finder and write asks for one. */
public sealed interface Actor {

    /** The machine itself, when it moves what is due. */
    static Actor system() {
        return new OfSystem();
    }

    /** The id that queries compare with; for the system one that matches nobody. */
    UUID personId();

    /** CBS code of the municipality one speaks for, or an empty string, which matches none. */
    String municipality();

    String email();

    boolean platformAdmin();

    boolean programmeCreator();

    /** @param language of the pages, as chosen before; null: none was */
    record OfPerson(UUID personId, String name, String email, String municipality, String municipalityName, String organisation,
                    boolean platformAdmin, boolean programmeCreator, String language) implements Actor {

        public OfPerson(UUID personId, String name, String email, String municipality, String municipalityName, String organisation,
                        boolean platformAdmin, boolean programmeCreator) {
            this(personId, name, email, municipality, municipalityName, organisation, platformAdmin, programmeCreator, null);
        }
    }

    /** Someone without an account, on one seat of one dilemma. */
    record OfGuest(UUID personId, String name, String email) implements Actor {
        public static final String COOKIE = "guest";

        @Override
        public String municipality() {
            return "";
        }

        @Override
        public boolean platformAdmin() {
            return false;
        }

        @Override
        public boolean programmeCreator() {
            return false;
        }
    }

    record OfSystem() implements Actor {
        private static final UUID NOBODY = new UUID(0, 0);

        @Override
        public UUID personId() {
            return NOBODY;
        }

        @Override
        public String municipality() {
            return "";
        }

        @Override
        public String email() {
            return "";
        }

        @Override
        public boolean platformAdmin() {
            return false;
        }

        @Override
        public boolean programmeCreator() {
            return false;
        }
    }

    /** The id to record as the doer: null when it was the machine. */
    static UUID doer(Actor actor) {
        return actor instanceof OfSystem ? null : actor.personId();
    }
}
