// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.klankbord.attachment.FileKind;
import nl.klankbord.attachment.Sized;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.round.Nature;

/**
 * What a municipality wrote in one dilemma: facts and views apart, since the open government act does not protect them alike.
 * Who answers a request has the last word on which is which.
 *
 * @param name  of its page and of the folder with its files
 * @param own   whether it brought the dilemma in itself
 * @param title of a dilemma of its own, once everyone who brought it in lets it have that; whose another is, and what it is about, is not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dossier(UUID dilemmaId, @JsonIgnore DossierName name, String programme, boolean own, String title, List<Text> facts, List<Text> views, List<File> files) {

    static Dossier of(UUID dilemmaId, DossierName name, String programme, boolean own, List<Text> texts, List<File> files) {
        return new Dossier(dilemmaId, name, programme, own, name.title(), texts.stream().filter(text -> text.nature() == Nature.FACT).toList(), texts.stream().filter(text -> text.nature() == Nature.VIEW).toList(),
                files.stream().map(file -> file.in(name.plain())).toList());
    }

    /** Only the texts that hold these words, and the files that have them in their name; an empty query finds all. */
    Dossier holding(String query) {
        return new Dossier(dilemmaId, name, programme, own, title, facts.stream().filter(text -> text.holds(query)).toList(), views.stream().filter(text -> text.holds(query)).toList(), files.stream().filter(file -> file.holds(query)).toList());
    }

    /** Where its page stands in the ZIP file. */
    public String getPage() {
        return name.plain() + ".html";
    }

    public boolean empty() {
        return facts.isEmpty() && views.isEmpty() && files.isEmpty();
    }

    /**
     * @param part     what it is: a field of the dilemma, or a kind of contribution
     * @param question key of what a reflection was asked here, where it has no part of its own
     * @param asked    its words, where the programme wrote the question itself
     * @param text   null while it is hidden because somebody can be recognised in it
     * @param author null where names are left out
     * @param level  from where in the municipality its writer takes part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(Part part, String question, String asked, Nature nature, String text, Instant at, String author, String level) {
        Text(Part part, String text, Instant at, String author, String level) {
            this(part, null, null, part.nature, text, at, author, level);
        }

        boolean holds(String query) {
            return query.isEmpty() || text != null && text.toLowerCase(Locale.ROOT).contains(query);
        }

        Text nameless() {
            return new Text(part, question, asked, nature, text, at, null, level);
        }
    }

    /**
     * @param path   where it stands in the ZIP file
     * @param author who added it; null where names are left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(@JsonIgnore UUID id, String path, String name, @JsonIgnore FileKind kind, String mediaType, long size, Instant at, String author) implements Sized {
        boolean holds(String query) {
            return name.toLowerCase(Locale.ROOT).contains(query);
        }

        File in(String folder) {
            return new File(id, folder + "/" + path, name, kind, mediaType, size, at, author);
        }

        /** From a page beside its folder. */
        @JsonIgnore
        public String getHref() {
            return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
        }
    }

    /** A part of what can be written, and what it states as a rule: a field of a dilemma as its own form says it. */
    public enum Part {
        TITLE("title"), MAIN_QUESTION("question"), SITUATION("foto"), TRIED("tried"), PATHS("paths"), EXPERIMENT("experiment"), ROLES("roles"),
        INTENTION("intention"), TENSION("tension"), OUTCOME("outcome"), POINT("stip"), STOP_LIST("stopList"), ASSUMPTIONS("assumptions"),
        WORKS(Nature.FACT), NEXT_STEP(Nature.FACT), STILL_OPEN(Nature.VIEW), RESPONSE(Nature.VIEW),
        QUESTION(Nature.FACT), ANSWER(Nature.FACT), RECOGNITION(Nature.FACT), ASKED(Nature.VIEW), EXAMPLE(Nature.FACT), REFLECTION(Nature.VIEW), ADVICE(Nature.VIEW), CHALLENGED(Nature.VIEW), REMARK(Nature.VIEW);

        private final String field;
        private final Nature nature;

        Part(String field) {
            this.field = field;
            this.nature = Canvas.nature(field);
        }

        Part(Nature nature) {
            this.field = null;
            this.nature = nature;
        }

        /** The field of a dilemma that it is; null for all else. */
        String field() {
            return field;
        }

        Nature nature() {
            return nature;
        }
    }
}
