package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.warwickshire.mappings.record.ChildProtection.Outcome;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Rejection;

/** Extracts with exactly the tables and columns that each case system's own script makes. */
class CaseSystemTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everySystemsExtractIsReadWhole(CaseSystem system) throws Exception {
        assumeTrue(system.isAvailable(), "skipped: the shared reference data is not here: " + system.ddl());
        Extract.Staged staged = system.export().stage(folder);
        assertThat(staged.rows()).noneMatch(r -> r.content().contains("SECRET"));
        ReadOutcome outcome = staged.read("C1");
        assertThat(outcome).isInstanceOf(ReadOutcome.Accepted.class);
        ChildRecord child = ((ReadOutcome.Accepted) outcome).child();
        assertThat(((ReadOutcome.Accepted) outcome).findings())
                .noneMatch(f -> f.severity() == Rejection.Severity.ROW_REJECTED);
        assertThat(child.missingRows()).isZero();
        assertThat(child.person().sex()).contains(Coded.of("F", "Female"));
        assertThat(child.childInNeed().referrals()).hasSize(1);
        assertThat(child.childInNeed().assessments().get(0).factors())
                .extracting(c -> c.code().orElse(""))
                .containsExactly("1B", "4B");
        assertThat(child.childInNeed().plans()).hasSize(1);
        assertThat(child.childProtection().enquiries().get(0).outcomes())
                .isEqualTo(Set.of(Outcome.CHILD_PROTECTION_CONFERENCE));
        assertThat(child.childProtection().conferences()).hasSize(1);
        assertThat(child.childProtection().plans().get(0).latestCategory()).contains(Coded.of("NEG", "Neglect"));
        assertThat(child.childProtection().plans().get(0).period().end()).isEmpty();
        assertThat(child.childProtection().reviews().get(0).planId()).contains("CP1");
        assertThat(child.lookedAfter().episodes()).hasSize(1);
        assertThat(child.lookedAfter().placements()).hasSize(1);
        assertThat(child.lookedAfter().legalStatuses().get(0).status().code()).contains("C2");
        assertThat(child.careLeavers()).hasSize(1);
        assertThat(child.network().involvements().get(0).professionalId()).contains("P1");
        assertThat(child.network().professionals()).hasSize(1);
        assertThat(child.network().teams()).hasSize(1);
        assertThat(child.household().mothers().get(0).motherPersonId()).isEqualTo("M1");
        assertThat(child.household().addresses()).hasSize(1);
        assertThat(child.household().families()).hasSize(system == CaseSystem.MOSAIC ? 0 : 1);
    }
}
