// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an installation decides. */
@ConfigMapping(prefix = "klankbord.site")
public interface Site {

    /** Public address of the application, without a slash at the end; links in mails begin with it. */
    String baseUrl();

    /** Whom to ask who is in no programme: a name, an address or both. */
    Optional<String> contact();

    /** Whether this is a demo: people and texts are made up, the clock can be set, caught mail can be read. */
    @WithDefault("false")
    boolean demo();
}
