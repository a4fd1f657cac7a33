// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.web.Api;

/** What people wrote for a municipality and let it have, for who administers it; and one's own yes or no to that. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecordResource {
    @Inject
    CurrentActor current;
    @Inject
    RecordFinder records;
    @Inject
    ConsentGivenFinder consents;
    @Inject
    ExportRecords export;
    @Inject
    RecordZip zip;
    @Inject
    WriteRecordConsent write;
    @Inject
    Api api;

    @GET
    @Path("/municipalities/{code}/records")
    public Response find(@PathParam("code") String code, @QueryParam("query") String query, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return api.shown(records.find(current.require(), code, query, Cursor.of(cursor, limit)), () -> records.decide(current.require(), code), api::ok);
    }

    /** A ZIP file, with the files that belong to the texts. What is handed over is written down, so this is no GET. */
    @POST
    @Path("/municipalities/{code}/records/export")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    public Response export(@PathParam("code") String code, @QueryParam("names") boolean names) {
        return api.of(export.take(current.require(), code, names), dossiers -> zip.of(current.require(), code, dossiers));
    }

    @GET
    @Path("/me/record-consent")
    public Response consent() {
        return api.shown(consents.of(current.require()), () -> Decision.HIDDEN, api::ok);
    }

    @POST
    @Path("/me/record-consent")
    public Response answer(Answer answer) {
        return api.of(write.answer(current.require(), api.body(answer).given()), given -> api.created("/me/record-consent", consents.of(current.require()).orElseThrow()));
    }

    record Answer(Boolean given) {}
}
