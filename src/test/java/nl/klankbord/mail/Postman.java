// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends what waits in the outbox when a test asks for it: timers are off in tests. */
@ApplicationScoped
public class Postman {
    @Inject
    SendMail sendMail;

    public void deliver() {
        sendMail.due();
    }
}
