package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.csv.CsvLimits;

class SsdArchiveTest {

    private static final String PERSON = "pers_person_id,pers_forename\nC1,Ann\n";

    @TempDir
    Path folder;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no table", Extract.of("readme.txt", "hello"), "no table"),
                Arguments.of(
                        "one table twice", Extract.of("ssd_person.csv", PERSON, "x/ssd_person_2.csv", PERSON), "twice"),
                Arguments.of(
                        "table without its id", Extract.of("ssd_person.csv", "pers_forename\nAnn\n"), "pers_person_id"),
                Arguments.of("empty table", Extract.of("ssd_person.csv", ""), "no header"),
                Arguments.of("open quote", Extract.of("ssd_person.csv", PERSON + "C2,\"Bob\n"), "line 3"),
                Arguments.of(
                        "packed suspiciously tight",
                        new Extract().with("ssd_person.csv", new byte[8 << 20]),
                        "suspiciously tight"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String fault, Extract extract, String says) {
        assertThatThrownBy(() -> extract.stage(folder))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining(says);
    }

    @Test
    void refusesMoreFilesOrBytesThanAllowed() throws Exception {
        Path zip =
                Extract.of("ssd_person.csv", PERSON, "a.txt", "a", "b.txt", "b").write(folder);
        for (ArchiveLimits limits : Arrays.asList(
                new ArchiveLimits(2, 1000, 100, CsvLimits.DEFAULT),
                new ArchiveLimits(10, 20, 100, CsvLimits.DEFAULT))) {
            assertThatThrownBy(() -> SsdArchive.open(zip, "a.zip", limits)).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void refusesATruncatedArchiveAndOneWithDamagedContent() throws Exception {
        byte[] whole = Files.readAllBytes(
                Extract.of("ssd_person.csv", PERSON.repeat(200)).write(folder));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> SsdArchive.open(cut, "cut.zip", ArchiveLimits.DEFAULT))
                .isInstanceOf(DamagedFileException.class);
        Arrays.fill(whole, 50, 60, (byte) 0x5a);
        Path garbled = Files.write(folder.resolve("garbled.zip"), whole);
        assertThatThrownBy(() -> {
                    try (SsdArchive archive = SsdArchive.open(garbled, "garbled.zip", ArchiveLimits.DEFAULT)) {
                        archive.read(new Extract.Staged(new java.util.ArrayList<>(), new java.util.ArrayList<>()));
                    }
                })
                .isInstanceOf(DamagedFileException.class);
    }

    @Test
    void countsRowsAndTakesAPartialExtract() throws Exception {
        Extract extract =
                Extract.of("ssd_disability.csv", "disa_table_id,disa_person_id,disa_disability_code\n1,C1,LD\n2,,LD\n");
        try (SsdArchive archive = SsdArchive.open(extract.write(folder), "a.zip", ArchiveLimits.DEFAULT)) {
            Extract.Staged staged = new Extract.Staged(new java.util.ArrayList<>(), new java.util.ArrayList<>());
            assertThat(archive.tables()).containsExactly(SsdTable.DISABILITY);
            assertThat(archive.read(staged)).isEqualTo(Map.of(SsdTable.DISABILITY, 2L));
            assertThat(staged.rows()).hasSize(1);
            assertThat(staged.codes()).containsExactly("NO_OWNER");
        }
    }

    /** A column of the dataset that the gateway does not name is not staged, whatever stands in it. */
    @Test
    void stagesNoColumnItDoesNotKnow() throws Exception {
        String file = "clap_cla_placement_id,clap_person_id,clap_cla_placement_postcode,clap_cla_placement_urn,notes\n"
                + "PL1,C1,SECRET,SECRET,SECRET\n";
        Extract.Staged staged = new Extract()
                .with("ssd_cla_placement.csv", file.getBytes(StandardCharsets.UTF_8))
                .stage(folder);
        assertThat(staged.rows()).hasSize(1).noneMatch(r -> r.content().contains("SECRET"));
    }
}
