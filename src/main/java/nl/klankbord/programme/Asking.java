// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;

/** How it went to ask Keycloak one thing. */
enum Asking {
    ANSWERED, FAILED, NOTHING_DUE;

    /** So many in a row that fail, and it is Keycloak that is away. */
    private static final int PATIENCE = 3;

    /** Asks one thing after another, each in a transaction of its own, until nothing is due; the number that Keycloak answered. */
    static int all(Callable<Asking> one) {
        int answered = 0;
        for (int failed = 0; failed < PATIENCE;) {
            Asking asking = QuarkusTransaction.requiringNew().call(one);
            if (asking == NOTHING_DUE) {
                break;
            }
            failed = asking == FAILED ? failed + 1 : 0;
            answered += asking == ANSWERED ? 1 : 0;
        }
        return answered;
    }
}
