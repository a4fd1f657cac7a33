// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.shared;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * One instance migrates all there is while others wait. By default they take turns at each migration when they start together,
 * and the database then refuses a foreign key to a table that another has just changed.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.group(true);
    }
}
