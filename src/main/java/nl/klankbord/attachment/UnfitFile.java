// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.IOException;

/** Ends the reading of a file that we do not take; the code names the text that says why. */
final class UnfitFile extends IOException {
    static final String UNREADABLE = "file-unreadable";
    static final String MACROS = "file-macros";
    static final String LOCKED = "file-locked";
    static final String KIND = "file-kind";

    private final transient String code;

    UnfitFile(String code) {
        super(code, null);
        this.code = code;
    }

    String code() {
        return code;
    }
}
