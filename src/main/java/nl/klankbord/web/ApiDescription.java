// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The description of the API tells of the API alone: pages are for people. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() != null && description.getPaths().getPathItems() != null) {
            List.copyOf(description.getPaths().getPathItems().keySet()).stream().filter(path -> !path.startsWith("/api/v1/"))
                    .forEach(description.getPaths()::removePathItem);
        }
        if (description.getComponents() != null) {
            description.getComponents().addSecurityScheme("bearer", OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
        }
    }
}
