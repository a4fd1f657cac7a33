// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the virus scanner listens, where an installation has one. */
@ConfigMapping(prefix = "klankbord.clamav")
public interface ClamAv {

    Optional<String> host();

    @WithDefault("3310")
    int port();
}
