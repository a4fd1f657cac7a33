// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Whether bytes are text, in UTF-8 or as Windows writes it: no signs in it that no text has. */
final class PlainText {
    private PlainText() {}

    static boolean is(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                boolean sign = buffer[i] < 0 || buffer[i] >= ' ' && buffer[i] != 0x7f || buffer[i] == '\t' || buffer[i] == '\n' || buffer[i] == '\r' || buffer[i] == '\f';
                if (!sign) {
                    return false;
                }
            }
        }
        return true;
    }
}
