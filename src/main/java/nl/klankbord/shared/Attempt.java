// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** One thing of many that a job does, in a transaction of its own: if it fails it is logged, and the others go on. */
public final class Attempt {
    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private Attempt() {}

    /** Whether it was done; what failed is tried again at the job's next turn. */
    public static boolean of(String what, UUID id, Callable<Boolean> deed) {
        try {
            return QuarkusTransaction.requiringNew().call(deed);
        } catch (RuntimeException e) {
            LOG.warnf("%s %s failed: %s", what, id, e.getClass().getName());
            return false;
        }
    }
}
