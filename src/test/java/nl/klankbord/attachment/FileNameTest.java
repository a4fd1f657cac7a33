// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Plan 2027.pdf | Plan 2027.pdf", "../../etc/passwd.pdf | passwd.pdf", "C:\\Users\\j.jansen\\plan.PDF | plan.pdf", "virus.exe | virus.pdf", "plan.pdf.exe | plan.pdf.pdf",
            ".htaccess | htaccess.pdf", "... | bestand.pdf", "a%0D%0ASet-Cookie: x=1.pdf | a Set-Cookie x=1.pdf", "Brief %22spoed%22.pdf | Brief spoed.pdf", "één café.pdf | één café.pdf"})
    void a_name_loses_its_path_and_odd_signs_and_gets_the_extension_of_its_content(String given, String tidy) {
        assertThat(FileName.tidy(given, FileKind.PDF)).isEqualTo(tidy);
    }

    @Test
    void signs_that_do_not_show_or_turn_the_direction_are_gone() {
        assertThat(FileName.tidy("plan\u202Efdp.exe\r\n\0\u200B.pdf", FileKind.PDF)).isEqualTo("plan fdp.exe.pdf");
        assertThat(FileName.tidy(null, FileKind.TEXT)).isEqualTo("bestand.txt");
        assertThat(FileName.tidy("foto.JPEG", FileKind.JPEG)).isEqualTo("foto.jpeg");
    }

    @Test
    void a_name_is_never_too_long_nor_cut_in_the_middle_of_a_sign() {
        String name = FileName.tidy("a" + "\uD83E\uDD1D".repeat(200) + ".pdf", FileKind.PDF);
        assertThat(name.length()).isBetween(FileName.LONGEST - 2, FileName.LONGEST);
        assertThat(name).endsWith("\uD83E\uDD1D.pdf");
    }

    @Test
    void the_header_holds_no_more_than_one_name() {
        assertThat(FileName.disposition("één \"plan\" (1).pdf")).isEqualTo("attachment; filename=\"een _plan_ (1).pdf\"; filename*=UTF-8''%C3%A9%C3%A9n%20%22plan%22%20%281%29.pdf");
        assertThat(FileName.disposition(FileName.tidy("x\r\nSet-Cookie: a=b.pdf", FileKind.PDF))).doesNotContain("\r", "\n");
    }
}
