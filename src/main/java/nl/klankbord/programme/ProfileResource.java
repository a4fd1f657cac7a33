// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.programme;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.identity.Municipality;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Expected;
import nl.klankbord.web.Api;

/** One's own profile. */
@Path("/api/v1/me/profile")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProfileResource {
    @Inject
    CurrentActor current;
    @Inject
    ProfileFinder profiles;
    @Inject
    WriteProfile write;
    @Inject
    Api api;

    @GET
    public Response show() {
        return api.shown(profiles.of(current.require()), () -> Decision.HIDDEN, profile -> api.ok(ProfileJson.of(profile), profile.version()));
    }

    @PUT
    public Response save(@HeaderParam("If-Match") String ifMatch, Input input) {
        return api.of(write.save(current.require(), Expected.ifMatch(ifMatch), api.body(input).changes()), done -> show());
    }

    @JsonIgnoreProperties({"name", "municipality", "organisation", "municipalityAdministrator"})
    record Input(String language, LocalDate absentFrom, LocalDate absentUntil, String replacementEmail, Boolean replacementReads, List<Taken> memberships) {
        @JsonIgnoreProperties({"programmeId", "programme", "role", "seats"})
        record Taken(UUID id, Level level) {}

        WriteProfile.Input changes() {
            return new WriteProfile.Input(language, absentFrom, absentUntil, replacementEmail, replacementReads, memberships == null ? null
                    : memberships.stream().map(taken -> taken == null ? null : new WriteProfile.Taken(taken.id(), taken.level())).toList());
        }
    }

    record ProfileJson(String name, Municipality.Ref municipality, String organisation, String language, LocalDate absentFrom, LocalDate absentUntil,
                       String replacementEmail, boolean replacementReads, boolean municipalityAdministrator, List<ProfileFinder.OwnRole> memberships) {
        static ProfileJson of(ProfileFinder.Profile profile) {
            return new ProfileJson(profile.name(), profile.code() == null ? null : new Municipality.Ref(profile.code(), profile.municipality()), profile.organisation(), profile.language(),
                    profile.absentFrom(), profile.absentUntil(), profile.replacementEmail(), profile.replacementReads(), profile.administers(), profile.roles());
        }
    }
}
