package uk.gov.warwickshire.mappings.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.cpis.upload.UploadFiles;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** What CP-IS gets of each golden child, as `cases/<case>/4-cp-is.xml`; no file where it gets nothing. */
class CpIsGoldenCasesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-25");
    private static final Identity MOTHER =
            new Identity(Optional.of(new NhsNumber("9449306796")), VerificationStatus.VERIFIED, false);

    static Set<String> cases() {
        return ChildRecords.cases().keySet();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void uploadIsAsApproved(String name) throws IOException {
        List<CpIsRecord> records = new CpIsStatuses(CpIsScope.DEFAULT)
                .of(ChildRecords.cases().get(name), id -> MOTHER, TODAY).stream()
                        .map(status -> CpIsDelta.of(status, Optional.empty(), Set.of()))
                        .flatMap(delta -> delta.send().stream())
                        .toList();
        String file = "src/test/resources/cases/" + name + "/4-cp-is.xml";

        if (records.isEmpty()) {
            assertThat(Path.of(file)).doesNotExist();
        } else {
            UploadFiles.verify(file, records);
        }
    }
}
