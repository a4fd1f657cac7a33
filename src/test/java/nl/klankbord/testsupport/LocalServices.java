// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import nl.klankbord.local.LocalStack;
import nl.klankbord.local.Ports;

/**
 * Gives tests a real MariaDB, Keycloak and mail catcher on ports and data of their own. They stay for all tests of this
 * JVM, stop with it, and take their data with them.
 */
public class LocalServices implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return ports().config();
    }

    /** Can be asked anywhere, since who asks first starts them. */
    public static Ports ports() {
        return LocalStack.forTests().ports();
    }

    /** GreenMail's API, where a test reads caught mail: {@code /user/{address}/messages/}. */
    public static String mailApi() {
        return ports().config().get("klankbord.local.mail-api");
    }

    @Override
    public void stop() {
        // Starting Keycloak again for the next test profile would cost more than all its tests.
    }
}
