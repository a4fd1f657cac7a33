// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import nl.klankbord.dilemma.Addressees;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.mail.Letter;
import nl.klankbord.mail.Outbox;
import nl.klankbord.programme.Contact;
import nl.klankbord.shared.Site;
import nl.klankbord.shared.Texts;

/** Tells who sat at a dilemma, was asked to or coordinates it, that it is withdrawn. */
@ApplicationScoped
class WithdrawalMail {
    @Inject
    Addressees addressees;
    @Inject
    Outbox outbox;
    @Inject
    Contact contact;
    @Inject
    Site site;

    /** @param circleTold whether the circle hears it already, with the session that does not take place */
    void tell(Dilemma.Withdrawn withdrawn, boolean circleTold) {
        if (withdrawn.concept()) {
            return;
        }
        Stream<Addressees.Reader> circle = circleTold ? Stream.of() : Stream.concat(addressees.seated(withdrawn.dilemmaId()).stream(), addressees.coordinators(withdrawn.dilemmaId()).stream());
        Stream.concat(circle, addressees.invited(withdrawn.dilemmaId()).stream()).filter(reader -> reader.personId() == null || !reader.personId().equals(withdrawn.by()))
                .forEach(reader -> outbox.write(new Letter("withdrawal." + withdrawn.dilemmaId() + "." + reader.email(), reader.email(), Texts.locale(reader.language()), Letter.Kind.WITHDRAWAL,
                        Map.of("naam", reader.name(), "programma", reader.programme(), "link", site.baseUrl() + "/dilemmas/" + withdrawn.dilemmaId(), "contact", contact.of(reader.programmeId())))));
    }
}
