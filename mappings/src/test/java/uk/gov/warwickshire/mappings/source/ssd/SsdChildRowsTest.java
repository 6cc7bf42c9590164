package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

class SsdChildRowsTest {

    private static final SsdRow PERSON = SsdRow.of(SsdTable.PERSON, "a.zip", 2, List.of("C1", "Ann"));
    private static final SsdRow PLAN = SsdRow.of(SsdTable.CP_PLANS, "a.zip", 2, List.of("CP1", "C1"));
    private static final SsdRow MOTHER = SsdRow.of(SsdTable.MOTHER, "a.zip", 2, List.of("1", "C1", "M1"));
    private static final SsdRow INVOLVEMENT =
            SsdRow.of(SsdTable.INVOLVEMENTS, "a.zip", 2, List.of("I1", "C1", "P1", "CW", "T1"));

    private final SsdChildRows kept = new SsdChildRows("C1", List.of(PERSON, PLAN, MOTHER, INVOLVEMENT));

    @Test
    void aTableOfTheExtractReplacesTheKeptOneEvenIfEmpty() {
        SsdRow renamed = SsdRow.of(SsdTable.PERSON, "b.zip", 5, List.of("C1", "Anne"));
        SsdChildRows merged =
                kept.mergedWith(new SsdChildRows("C1", List.of(renamed)), Set.of(SsdTable.PERSON, SsdTable.CP_PLANS));
        assertThat(merged.of(SsdTable.PERSON)).containsExactly(renamed);
        assertThat(merged.of(SsdTable.CP_PLANS)).isEmpty();
        assertThat(merged.of(SsdTable.MOTHER)).containsExactly(MOTHER);
    }

    @Test
    void twoChildrenAreNeverMerged() {
        SsdChildRows other = new SsdChildRows("C2", List.of());
        assertThatThrownBy(() -> kept.mergedWith(other, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatItNeedsFromOutside() {
        assertThat(kept.references()).isEqualTo(new References(Set.of("P1"), Set.of("T1"), Set.of("M1")));
    }

    @Test
    void theHashKnowsIdentityAndReferenceData() {
        String alone = kept.contentHash(Identity.UNKNOWN, ReferenceData.NONE);
        Identity restricted = new Identity(Optional.empty(), VerificationStatus.TRACE_REQUIRED, true);
        Identity numbered =
                new Identity(Optional.of(new NhsNumber("4000000004")), VerificationStatus.NOT_TRACED, false);
        assertThat(List.of(
                        alone,
                        kept.contentHash(restricted, ReferenceData.NONE),
                        kept.contentHash(numbered, ReferenceData.NONE),
                        kept.contentHash(Identity.UNKNOWN, reference("Sam")),
                        kept.contentHash(Identity.UNKNOWN, reference("Kim"))))
                .doesNotHaveDuplicates();
    }

    /** What reads as open because its last day lies ahead, until that day has passed. */
    @Test
    void countsTheEndsThatLieAhead() {
        SsdChildRows rows = new SsdChildRows(
                "C1",
                List.of(
                        plan("CP1", "2026-04-02"),
                        plan("CP2", "31/12/2026 00:00"),
                        plan("CP3", "2026-04-01"),
                        plan("CP4", ""),
                        plan("CP5", "soon"),
                        SsdRow.of(
                                SsdTable.INVOLVEMENTS,
                                "a.zip",
                                2,
                                List.of("I1", "C1", "P1", "CW", "T1", "2027-01-01", "2026-04-02"))));

        assertThat(rows.endsAhead(LocalDate.of(2026, 4, 1))).isEqualTo(3);
        assertThat(rows.endsAhead(LocalDate.of(2026, 4, 2))).isEqualTo(1);
        assertThat(rows.endsAhead(LocalDate.of(2026, 12, 31))).isZero();
    }

    @Test
    void showsNoValueInItsText() {
        assertThat(kept).hasToString("SsdChildRows[4 rows]");
    }

    @Test
    void refusesWhatItDidNotWrite() {
        for (String text : List.of("", "[]", "{}", "{\"v\":2}", "{\"v\":1}", "{\"v\":1,\"rows\":{\"x\":[]}}")) {
            assertThatThrownBy(() -> SsdChildRows.fromJson(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static SsdRow plan(String id, String end) {
        return SsdRow.of(SsdTable.CP_PLANS, "a.zip", 2, List.of(id, "C1", "", "", "2025-05-01", end));
    }

    private static ReferenceData reference(String professional) {
        return new StagedReference(List.of(new StagedRow(
                SsdTable.PROFESSIONALS,
                2,
                new RowLink(RowLink.Kind.PROFESSIONAL, "P1"),
                Optional.empty(),
                RowText.encode(List.of("P1", "", professional)))));
    }
}
