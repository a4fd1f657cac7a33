// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson;

import java.util.List;

/** Where a marked passage stands: in a contribution, in the notes of a session (which are not kept yet), or in a host's closing. */
public enum SourceType {
    CONTRIBUTION(List.of("text", "example", "advice")), NOTE(List.of()), CLOSING(List.of("works", "nextStep", "stillOpen"));

    /** What stands behind the key of a question in the name of a field; together they are its path among the answers. */
    static final String ANSWER = ".text";
    static final String SKIPPED = ".skipped";
    private final List<String> fields;

    SourceType(List<String> fields) {
        this.fields = fields;
    }

    /** Fields a passage can stand in, beside the answers of a reflection. A mirror is none of them, ever. */
    public List<String> fields() {
        return fields;
    }
}
