// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation decides. */
@ConfigMapping(prefix = "klankbord.site")
public interface Site {

    /** Public address of the application, without a slash at the end; links in mails begin with it. */
    String baseUrl();

    /** Whether this is a demo: people and texts are made up, the clock can be set, caught mail can be read. */
    @WithDefault("false")
    boolean demo();
}
