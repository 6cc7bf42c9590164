package uk.gov.warwickshire.mappings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.VerificationStatus;
import uk.gov.warwickshire.mappings.source.choices.ChoiceReader;
import uk.gov.warwickshire.mappings.source.choices.ChoiceRow;
import uk.gov.warwickshire.mappings.source.directory.DirectoryReader;
import uk.gov.warwickshire.mappings.source.directory.DirectoryRow;
import uk.gov.warwickshire.mappings.source.identity.IdentityReader;
import uk.gov.warwickshire.mappings.source.identity.IdentityRow;

/** The identity, directory and choices files. In the tables a row's fields stand apart by semicolons. */
class FlatFileReadersTest {

    private static final String IDENTITY = "child_id,nhs_number,verification_status,restricted\n";
    private static final String CHOICES = "nhs_number,choice,destination,given_by,from,until\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C1;400 000 0004;01;N|01 number open",
                "C1;4000000004;1;|01 number open",
                "C1;4000000004;;0|02 number open",
                "C1;;;|03 none open",
                "C1;;07;true|07 none restricted",
                "C1;4000000004;02;Y|02 number restricted",
                ";4000000004;01;N|MISSING_VALUE child_id",
                "C1;400000004;01;N|NHS_NUMBER_SHORT nhs_number",
                "C1;4E+09;01;N|NHS_NUMBER_ROUNDED nhs_number",
                "C1;4000000005;01;N|BAD_NHS_NUMBER nhs_number",
                "C1;9000000009;01;N|TEST_NHS_NUMBER nhs_number",
                "C1;;01;N|MISSING_VALUE nhs_number",
                "C1;4000000004;99;N|UNKNOWN_CODE verification_status",
                "C1;4000000004;01;maybe|UNKNOWN_CODE restricted",
                "C1;4000000004|RAGGED_ROW"
            })
    void readsIdentityRows(String fields, String expected) throws Exception {
        Collected<IdentityRow> read = new Collected<>();
        new IdentityReader(Map.of(), false).read("i.csv", bytes(IDENTITY + fields.replace(';', ',')), read);
        assertThat(read.only(row -> "%s %s %s"
                        .formatted(
                                row.identity().status().code(),
                                row.identity().nhsNumber().isPresent() ? "number" : "none",
                                row.identity().restricted() ? "restricted" : "open")))
                .isEqualTo(expected);
    }

    @Test
    void takesTestNumbersAndOtherColumnNamesIfTold() throws Exception {
        Collected<IdentityRow> read = new Collected<>();
        new IdentityReader(Map.of("child_id", "Person Ref", "nhs_number", "NHS No"), true)
                .read("i.csv", bytes("NHS no,Person ref,DOB\n9000000009,C1,2020-01-01\n"), read);
        assertThat(read.rows).hasSize(1);
        assertThat(read.rows.get(0).identity().status()).isEqualTo(VerificationStatus.NOT_TRACED);
    }

    @Test
    void refusesAFileWithoutItsColumnsAndASettingOfNone() {
        IdentityReader reader = new IdentityReader(Map.of("child_id", "Person Ref"), false);
        assertThatThrownBy(() -> reader.read("i.csv", bytes(IDENTITY), new Collected<>()))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("Person Ref");
        assertThatThrownBy(() -> new IdentityReader(Map.of("childid", "x"), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1;Warwick;01926 414144;01926 886922;mash@example.gov.uk|01926 414144",
                "T1;Warwick;+44 (0)1926 414144 ext. 12;;|+44 (0)1926 414144 ext. 12",
                "T1;Warwick;;;|-",
                "T1;Warwick;1926414144;;|BAD_PHONE office_hours_phone",
                "T1;Warwick;;ask Sam;|BAD_PHONE emergency_phone",
                "T1;Warwick;;;nobody|BAD_EMAIL email",
                ";Warwick;;;|MISSING_VALUE team_id"
            })
    void readsDirectoryRows(String fields, String expected) throws Exception {
        Collected<DirectoryRow> read = new Collected<>();
        new DirectoryReader(Map.of())
                .read(
                        "d.csv",
                        bytes("team_id,team_name,office_hours_phone,emergency_phone,email\n"
                                + fields.replace(';', ',')),
                        read);
        assertThat(read.only(row -> row.officeHoursPhone().orElse("-"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4000000004;object-icr;;parent;2026-01-01;|OBJECT_ICR - 2026-01-01..",
                "4000000004;RESTRICT;;manager;01/01/2026;2026-02-01|RESTRICT - 2026-01-01..2026-02-01",
                "4000000004;consent;icr;parent;2026-01-01;9999-12-31|CONSENT icr 2026-01-01..",
                "4000000004;consent;;parent;2026-01-01;|MISSING_VALUE destination",
                "4000000004;refuse;icr;parent;2026-01-01;|UNKNOWN_CODE choice",
                "4000000004;restrict;;;2026-01-01;|MISSING_VALUE given_by",
                "4000000004;restrict;;manager;;|MISSING_VALUE from",
                "4000000004;restrict;;manager;soon;|BAD_DATE from",
                "4000000004;restrict;;manager;2026-02-01;2026-01-01|END_BEFORE_START until",
                ";restrict;;manager;2026-02-01;|MISSING_VALUE nhs_number",
                "9000000009;restrict;;manager;2026-02-01;|TEST_NHS_NUMBER nhs_number"
            })
    void readsChoices(String fields, String expected) throws Exception {
        Collected<ChoiceRow> read = new Collected<>();
        new ChoiceReader(Map.of(), false).read("c.csv", bytes(CHOICES + fields.replace(';', ',')), read);
        assertThat(read.only(row -> "%s %s %s..%s"
                        .formatted(
                                row.choice(),
                                row.destination().orElse("-"),
                                row.from(),
                                row.until().map(LocalDate::toString).orElse(""))))
                .isEqualTo(expected);
    }

    @Test
    void noFindingRepeatsAValue() throws Exception {
        Collected<ChoiceRow> read = new Collected<>();
        new ChoiceReader(Map.of(), false)
                .read("c.csv", bytes(CHOICES + "4000000005,consent,icr,Mrs Secret,2026-01-01,\n"), read);
        assertThat(read.findings).hasSize(1).noneMatch(f -> f.toString().matches(".*(Secret|4000000005).*"));
    }

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Collected<T> implements RowSink<T, RuntimeException> {
        private final List<T> rows = new ArrayList<>();
        private final List<Rejection> findings = new ArrayList<>();

        @Override
        public void row(T row) {
            rows.add(row);
        }

        @Override
        public void finding(Rejection finding) {
            findings.add(finding);
        }

        /** The one thing that came: the row in words, or the finding's code and column. */
        String only(java.util.function.Function<T, String> words) {
            assertThat(rows.size() + findings.size()).isEqualTo(1);
            Optional<T> row = rows.stream().findFirst();
            return row.map(words).orElseGet(() -> (findings.get(0).code() + " "
                            + findings.get(0).field().orElse(""))
                    .strip());
        }
    }
}
