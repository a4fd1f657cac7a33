// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Spelled;
import nl.klankbord.shared.Texts;

/** Tells who plans around the dates of a dilemma that they moved, that its clock stands still and that it runs again. */
@ApplicationScoped
class DatesMail {
    @Inject
    Addressees addressees;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;
    @Inject
    Clock clock;

    /** Also who is asked and has not answered: her answer may come later too. @param before when the present phase ended until now; @param by who did it and need not be told, or null */
    void extended(Dilemma dilemma, Instant before, UUID by) {
        write(Letter.Kind.EXTENSION, dilemma, asked(dilemma), before, dilemma.endsAt(), by);
    }

    void paused(Dilemma dilemma, Instant before, UUID by) {
        write(Letter.Kind.PAUSE, dilemma, addressees.seated(dilemma.id()), before, before, by);
    }

    /** A pause within a day moves nothing: then only who heard of the pause hears of its end. */
    void resumed(Dilemma dilemma, Instant before, UUID by) {
        write(Letter.Kind.RESUMPTION, dilemma, dilemma.endsAt().equals(before) ? addressees.seated(dilemma.id()) : asked(dilemma), before, dilemma.endsAt(), by);
    }

    private List<Addressees.Reader> asked(Dilemma dilemma) {
        return Stream.concat(addressees.seated(dilemma.id()).stream(), addressees.invited(dilemma.id()).stream()).toList();
    }

    /** One for each reader and each time; the key says about which dilemma, so that the letter goes with it. */
    private void write(Letter.Kind kind, Dilemma dilemma, List<Addressees.Reader> readers, Instant before, Instant after, UUID by) {
        String key = kind.name().toLowerCase(Locale.ROOT) + "." + dilemma.id() + "." + clock.instant().toEpochMilli() + ".";
        readers.stream().filter(reader -> reader.personId() == null || !reader.personId().equals(by)).forEach(reader -> {
            Locale language = Texts.locale(reader.language());
            outbox.write(new Letter(key + reader.email(), reader.email(), language, kind, Map.of("naam", reader.name(), "programma", reader.programme(), "oud", Spelled.moment(before, language),
                    "nieuw", Spelled.moment(after, language), "link", site.baseUrl() + "/dilemmas/" + dilemma.id(), "contact", contact.of(reader.programmeId()))));
        });
    }
}
