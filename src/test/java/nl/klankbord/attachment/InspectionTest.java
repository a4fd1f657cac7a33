// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import nl.klankbord.shared.Outcome;
import nl.klankbord.shared.Outcome.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, and what it no longer tells. */
class InspectionTest {
    @TempDir
    private Path place;
    private final Inspection inspection = new Inspection();

    InspectionTest() {
        inspection.scan = new VirusScan(new VirusScanTest.At(Optional.empty(), 0));
    }

    @Test
    void a_document_of_word_keeps_its_text_and_loses_its_maker_also_inside_its_photos() throws IOException {
        Map<String, byte[]> parts = Samples.unzip(clean("plan.docx", Samples.docx(), FileKind.DOCX));
        assertThat(parts).containsOnlyKeys(Samples.word("").keySet());
        assertThat(text(parts.get("word/document.xml"))).contains("De tekst");
        assertThat(parts.values()).allSatisfy(part -> assertThat(text(part)).doesNotContain(Samples.MAKER));
        assertThat(ImageIO.read(new ByteArrayInputStream(parts.get("word/media/image1.jpeg"))).getWidth()).isEqualTo(40);
    }

    @Test
    void an_open_document_begins_with_what_it_is_and_loses_its_maker() throws IOException {
        byte[] clean = clean("plan.odt", Samples.zip(Samples.openDocument()), FileKind.ODT);
        assertThat(text(clean)).as("not packed, and first").startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");
        assertThat(Samples.unzip(clean).values()).allSatisfy(part -> assertThat(text(part)).doesNotContain(Samples.MAKER));
        assertThat(text(Samples.unzip(clean).get("content.xml"))).contains("De tekst");
    }

    @Test
    void what_the_package_itself_tells_is_gone_too() throws IOException {
        assertThat(text(clean("plan.docx", Samples.docx(), FileKind.DOCX))).doesNotContain(Samples.MAKER);
        assertThat(text(clean("plan.odt", Samples.zip(Samples.openDocument()), FileKind.ODT))).doesNotContain(Samples.MAKER);
    }

    @Test
    void a_photo_no_longer_tells_where_it_was_taken_and_stays_upright() throws IOException {
        byte[] clean = clean("foto.jpg", Samples.jpeg(6), FileKind.JPEG);
        assertThat(text(clean)).doesNotContain(Samples.MAKER, "xmpmeta", "Photoshop", "film");
        assertThat(indexOf(clean, "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006")).as("held on its side").isPositive();
        assertThat(text(clean("foto.jpg", Samples.jpeg(1), FileKind.JPEG))).doesNotContain("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getRGB(10, 5)).isEqualTo(ImageIO.read(new ByteArrayInputStream(Samples.jpeg(1))).getRGB(10, 5));
    }

    @Test
    void a_picture_no_longer_tells_who_made_it() throws IOException {
        byte[] clean = clean("kaart.png", Samples.png(), FileKind.PNG);
        assertThat(text(clean)).doesNotContain(Samples.MAKER, "Author", "erachter");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(40);
    }

    @Test
    void the_content_says_what_a_file_is_and_not_its_name() throws IOException {
        assertThat(done("foto.pdf", Samples.png()).name()).isEqualTo("foto.png");
        assertThat(done("lijst.csv", "naam;aantal\nDelft;3\n".getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(FileKind.CSV);
        assertThat(done("notitie", "Eén café".getBytes(StandardCharsets.ISO_8859_1)).name()).isEqualTo("notitie.txt");
        assertThat(done("pagina.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).name()).isEqualTo("pagina.txt");
        assertThat(done("rapport.docx", "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII)).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void a_program_an_archive_and_what_is_no_text_are_not_taken_whatever_their_name() throws IOException {
        assertThat(refused("rapport.pdf", "MZ\u0090\0\u0003\0\0".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("file-kind");
        assertThat(refused("oud.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0})).isEqualTo("file-kind");
        assertThat(refused("plan.docx", Samples.zip(Map.of("run.exe", new byte[9])))).isEqualTo("file-kind");
        assertThat(refused("plan.docx", Samples.zip(Map.of("mimetype", "application/epub+zip".getBytes(), "META-INF/manifest.xml", Samples.xml("<m/>"))))).isEqualTo("file-kind");
        assertThat(refused("leeg.txt", new byte[0])).isEqualTo("file-empty");
    }

    @Test
    void macros_do_not_come_in_under_any_name() throws IOException {
        assertThat(refused("plan.docx", Samples.zip(Samples.word("application/vnd.ms-word.document.macroEnabled.main+xml")))).isEqualTo("file-macros");
        assertThat(refused("plan.docx", Samples.zip(Samples.word("application/vnd.ms-word.document.macro&#69;nabled.main+xml")))).isEqualTo("file-macros");
        Map<String, byte[]> hidden = Samples.word("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        hidden.put("word/vbaProject.bin", new byte[9]);
        assertThat(refused("plan.docx", Samples.zip(hidden))).isEqualTo("file-macros");
        Map<String, byte[]> basic = Samples.openDocument();
        basic.put("Basic/Standard/Module1.xml", Samples.xml("<m/>"));
        assertThat(refused("plan.odt", Samples.zip(basic))).isEqualTo("file-macros");
    }

    @Test
    void a_file_that_unpacks_without_end_or_that_points_elsewhere_is_not_taken() throws IOException {
        Map<String, byte[]> bomb = Samples.word("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        byte[] nothing = new byte[40 << 20];
        for (int i = 0; i < 8; i++) {
            bomb.put("word/bomb" + i + ".xml", nothing);
        }
        byte[] packed = Samples.zip(bomb);
        assertThat(packed.length).isLessThan(1 << 20);
        assertThat(refused("plan.docx", packed)).isEqualTo("file-unreadable");
        Map<String, byte[]> types = Samples.word("x");
        types.put("[Content_Types].xml", ("<!DOCTYPE t [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Types>&a;</Types>").getBytes());
        assertThat(refused("plan.docx", Samples.zip(types))).isEqualTo("file-unreadable");
        types.put("[Content_Types].xml", nothing);
        assertThat(refused("plan.docx", Samples.zip(types))).isEqualTo("file-unreadable");
        Map<String, byte[]> outside = Samples.openDocument();
        outside.put("../../content.xml", Samples.xml("<m/>"));
        assertThat(refused("plan.odt", Samples.zip(outside))).isEqualTo("file-unreadable");
        Map<String, byte[]> locked = Samples.openDocument();
        locked.put("META-INF/manifest.xml", Samples.xml("<manifest:encryption-data/>"));
        assertThat(refused("plan.odt", Samples.zip(locked))).isEqualTo("file-locked");
    }

    @Test
    void a_file_that_breaks_off_is_not_taken() throws IOException {
        for (byte[] whole : new byte[][] {Samples.docx(), Samples.png(), Samples.zip(Samples.openDocument())}) {
            assertThat(refused("half", java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("file-unreadable");
        }
        assertThat(refused("half", java.util.Arrays.copyOf(Samples.jpeg(6), 100))).isEqualTo("file-unreadable");
    }

    @Test
    void a_file_may_be_of_25_megabytes_and_not_a_byte_more() throws IOException {
        byte[] text = "Regel met tekst\n".repeat((int) (Inspection.LARGEST / 16)).getBytes(StandardCharsets.US_ASCII);
        assertThat(done("groot.txt", text).size()).isEqualTo(Inspection.LARGEST);
        assertThat(refused("groot.txt", java.util.Arrays.copyOf(text, text.length + 1))).isEqualTo("file-too-large");
    }

    @Test
    void also_what_is_small_by_packing_one_part_under_many_names_may_not_be_larger_when_it_is_kept() throws IOException {
        Map<String, byte[]> parts = Samples.word("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        byte[] noise = new byte[4 << 20];
        new Random(1).nextBytes(noise);
        parts.put("word/noise.xml", noise);
        assertThat(done("plan.docx", Samples.listedAgain(parts, "word/noise.xml", 2)).size()).isBetween(3L * noise.length, Inspection.LARGEST);
        byte[] packed = Samples.listedAgain(parts, "word/noise.xml", 7);
        assertThat(packed.length).isLessThan(5 << 20);
        assertThat(refused("plan.docx", packed)).isEqualTo("file-too-large");
    }

    private byte[] clean(String name, byte[] bytes, FileKind kind) throws IOException {
        try (CleanFile file = done(name, bytes)) {
            assertThat(file.kind()).isEqualTo(kind);
            return Files.readAllBytes(file.path());
        }
    }

    private CleanFile done(String name, byte[] bytes) throws IOException {
        Outcome<CleanFile> outcome = inspect(name, bytes);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<CleanFile>) outcome).value();
    }

    private String refused(String name, byte[] bytes) throws IOException {
        Outcome<CleanFile> outcome = inspect(name, bytes);
        assertThat(outcome).as(name).isInstanceOf(Outcome.Invalid.class);
        FieldError error = ((Outcome.Invalid<CleanFile>) outcome).errors().getFirst();
        assertThat(error.field()).isEqualTo("file");
        return error.code();
    }

    private Outcome<CleanFile> inspect(String name, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(place, "in", ""), bytes);
        return inspection.of(new Received(name, file, bytes.length));
    }

    private static int indexOf(byte[] bytes, String sought) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(sought);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
