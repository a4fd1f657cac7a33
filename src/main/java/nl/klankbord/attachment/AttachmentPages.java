// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.CurrentActor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome.FieldError;
import nl.klankbord.web.Form;
import nl.klankbord.web.Html;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Adding a file to one's dilemma or to what one wrote, taking it away, and fetching what one may read. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AttachmentPages {
    @Inject
    CurrentActor current;
    @Inject
    AttachmentFinder attachments;
    @Inject
    AttachmentViews views;
    @Inject
    AttachmentDecision decision;
    @Inject
    AddAttachment add;
    @Inject
    WriteAttachment write;
    @Inject
    Download download;
    @Inject
    Form form;
    @Inject
    Html html;

    @CheckedTemplate(basePath = "attachment", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance files(AttachmentView view, List<Form.Error> errors);
    }

    @GET
    @Path("/dilemmas/{id}/attachments")
    public Response ofDilemma(@PathParam("id") UUID id, @QueryParam(UploadLimit.SIGN) String exceeded) {
        return show(Target.dilemma(id), exceeded);
    }

    @GET
    @Path("/contributions/{id}/attachments")
    public Response ofContribution(@PathParam("id") UUID id, @QueryParam(UploadLimit.SIGN) String exceeded) {
        return show(Target.contribution(id), exceeded);
    }

    @POST
    @Path("/dilemmas/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response addToDilemma(@PathParam("id") UUID id, @RestForm("file") FileUpload file) {
        return add(Target.dilemma(id), file);
    }

    @POST
    @Path("/contributions/{id}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response addToContribution(@PathParam("id") UUID id, @RestForm("file") FileUpload file) {
        return add(Target.contribution(id), file);
    }

    @POST
    @Path("/attachments/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") UUID id) {
        return html.after(write.remove(current.require(), id), this::back, "file-removed");
    }

    /** Who took away what was reported may have nothing to do any more where files are added. */
    private String back(Target target) {
        return target.ofDilemma() && !decision.opening(current.require(), target).granted() ? "/dilemmas/" + target.dilemmaId() : address(target);
    }

    /** The file itself, always as a download. */
    @GET
    @Path("/attachments/{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") UUID id) {
        return attachments.visibleTo(current.require(), id).map(file -> download.of(current.require(), file)).orElseGet(() -> html.denied(Decision.HIDDEN));
    }

    private Response show(Target target, String exceeded) {
        Decision may = decision.opening(current.require(), target);
        return may.granted() ? html.ok(page(target, exceeded == null ? List.of() : form.words(List.of(new FieldError(Inspection.FIELD, "file-too-large", List.of(Inspection.MEGABYTES)))))) : html.denied(may);
    }

    private Response add(Target target, FileUpload file) {
        return html.after(add.to(current.require(), target, Received.of(file)), done -> address(target), "file-added", errors -> page(target, errors));
    }

    private TemplateInstance page(Target target, List<Form.Error> errors) {
        return Templates.files(views.of(current.require(), target), errors);
    }

    private static String address(Target target) {
        return target.ofDilemma() ? "/dilemmas/" + target.dilemmaId() + "/attachments" : "/contributions/" + target.contributionId() + "/attachments";
    }
}
