package uk.gov.warwickshire.gateway.rights.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.gateway.rights.RightsTestBed;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestState;

/** A pack from its preparation to the archive that the person opens; pictures of it are kept in `target/screenshots`. */
class SubjectAccessPackTest {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static RightsTestBed bed;

    @BeforeAll
    static void sixYears() {
        bed = new RightsTestBed();
        bed.extract("Ada");
        bed.identity(RightsTestBed.NUMBER);
        bed.await("the region holds the record", () -> bed.copies() > 0);
        // A message a week to two destinations and a look a fortnight, for six years.
        bed.jdbc().update("""
                insert into disclosure_ledger
                select child_id, gen_random_uuid(), decided_at - make_interval(weeks => week), destination, recipient_ods, kind,
                       gen_random_uuid(), delivery_id, outcome, headline, reasons, policy_version, purpose, legal_basis,
                       agreement_ids, verification_status, restricted, opt_out_state, opt_out_checked_at, opt_out_stale,
                       choices, other_persons, categories, resources, left_out
                  from disclosure_ledger, generate_series(1, 312) week where outcome = 'SENT' and child_id = 'c1'
                """);
        bed.jdbc().update("""
                insert into audit_event (child_id, id, recorded_at, kind, interaction, source, client_id, ods_code, agent_user,
                                         purpose, result, resources, decision_ids)
                select 'c1', gen_random_uuid(), now() - make_interval(weeks => 2 * look), 'DISCLOSURE', 'operation', '/fhir/R4',
                       'viewer', 'RKB', case when look = 1 then 'Dr Lind' end, 'individual-care', 'SUCCESS',
                       array['Patient/x/_history/1'], '{}'
                  from generate_series(1, 156) look
                """);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void isReviewedItemByItemAndReleasedInLessThanFiveSeconds() throws IOException {
        SubjectAccessPacks packs = bed.bean(SubjectAccessPacks.class);
        UUID id = bed.granted(RequestKind.SUBJECT_ACCESS, Optional.empty());
        packs.prepare(id, "warm-up");
        packs.preview(id);

        Instant start = Instant.now();
        packs.prepare(id, "officer");
        byte[] preview = packs.preview(id).orElseThrow();
        Duration took = Duration.between(start, Instant.now());
        System.out.println("a pack of six years, put together and as PDF: " + took.toMillis() + " ms");

        Pack pack = packs.find(id).orElseThrow();
        assertThat(pack.items())
                .extracting(item -> item.reason() + " " + item.value())
                .contains("ANOTHER_PERSON Eve Marrow", "LOOKED_AT_IT Dr Lind")
                .noneMatch(item -> item.contains("Ada") || item.contains("Pat Holm"));
        assertThat(text(preview).replaceAll("\\s+", " "))
                .as("how long this child's record is kept, and not how long records are kept in general")
                .contains("Child in need", "25 years from the date of birth", "the council still works with the child");
        assertThat(text(preview))
                .contains("Ada", "Marrow", "Pat Holm", "Integrated Care Record, Coventry and Warwickshire");
        assertThatThrownBy(() -> packs.release(id, "officer")).hasMessageContaining("not decided yet");

        for (ReviewItem item : pack.items()) {
            boolean release = item.reason() == ReviewReason.LOOKED_AT_IT;
            packs.decide(id, item.number(), release, release ? "in their work" : "no consent of hers", "officer");
        }
        String password = packs.release(id, "officer");

        Path opened = open(packs.archive(id).orElseThrow(), password);
        byte[] pdf = Files.readAllBytes(opened.resolve("your-information.pdf"));
        assertThat(text(pdf))
                .contains("Warwickshire County Council", "[Redacted: about another person]", "Dr Lind")
                .doesNotContain("Marrow");
        assertThat(Files.readString(opened.resolve("your-information.html"))).doesNotContain("Marrow");
        assertThat(Files.readString(opened.resolve("record.json")))
                .contains("\"REDACTED\"", "Quill")
                .doesNotContain("Marrow");
        picture(pdf);
        assertThat(took).isLessThan(AT_MOST);
        assertThat(violations(pdf)).as("what the PDF/A checker has against it").isEmpty();
        assertThat(bed.requests().find(id).orElseThrow().state()).isEqualTo(RequestState.COMPLETED);
        assertThat(bed.jdbc().queryForList("select value from rights_pack_item where request_id = ?", String.class, id))
                .as("what was redacted stands here no more")
                .containsOnly("");
        assertThat(bed.jdbc()
                        .queryForList(
                                "select kind from audit_event where request_id = ? order by recorded_at",
                                String.class,
                                id.toString()))
                .containsExactly("READ", "READ", "DISCLOSURE");
        assertThatThrownBy(() -> open(packs.archive(id).orElseThrow(), "wrong")).hasMessageContaining("assword");
    }

    private static Path open(byte[] archive, String password) throws IOException {
        Path target = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), password.toCharArray())) {
            LocalFileHeader header = zip.getNextEntry();
            while (header != null) {
                assertThat(header.isEncrypted()).isTrue();
                Files.write(target.resolve(header.getFileName()), zip.readAllBytes());
                header = zip.getNextEntry();
            }
        }
        return target;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static java.util.List<String> violations(byte[] pdf) throws IOException {
        File file = Files.write(folder.resolve("pack.pdf"), pdf).toFile();
        ValidationResult result = PreflightParser.validate(file);
        return result.getErrorsList().stream()
                .map(error -> error.getErrorCode() + " " + error.getDetails())
                .distinct()
                .toList();
    }

    private static void picture(byte[] pdf) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < 3; page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, 72);
                ImageIO.write(
                        image,
                        "png",
                        pictures.resolve("pack-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
