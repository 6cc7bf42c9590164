package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.gov.warwickshire.mappings.record.Identity;

/** Staged text, hash and kept rows, whatever the values. */
class SsdRowsPropertyTest {

    @Property(tries = 1000)
    void anyValuesComeBack(@ForAll("values") List<String> values) {
        SsdRow row = SsdRow.of(SsdTable.LEGAL_STATUS, "a.zip", 2, values);
        assertThat(row.values()).isEqualTo(values);
        assertThat(row.content()).doesNotContain("\t", "\n", "\r", "\\", "\0");
    }

    @Property(tries = 300)
    void keptRowsComeBack(@ForAll("rows") List<SsdRow> rows) {
        SsdChildRows child = new SsdChildRows("C1", rows);
        assertThat(SsdChildRows.fromJson(child.toJson())).isEqualTo(child);
    }

    @Property(tries = 300)
    void theHashKnowsNoOrderNoLineAndNoFile(@ForAll("rows") List<SsdRow> rows, @ForAll long seed) {
        List<SsdRow> shuffled = new ArrayList<>(rows.stream()
                .map(r -> new SsdRow(r.table(), "other.zip", r.line() + 7, r.content()))
                .toList());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(hash(shuffled)).isEqualTo(hash(rows));
    }

    @Property(tries = 300)
    void theHashKnowsEveryValue(@ForAll("rows") List<SsdRow> rows, @ForAll("values") List<String> more) {
        List<SsdRow> changed = new ArrayList<>(rows);
        changed.add(SsdRow.of(SsdTable.LEGAL_STATUS, "a.zip", 9, more));
        assertThat(hash(changed)).isNotEqualTo(hash(rows));
    }

    private static String hash(List<SsdRow> rows) {
        return new SsdChildRows("C1", rows).contentHash(Identity.UNKNOWN, ReferenceData.NONE);
    }

    @Provide
    Arbitrary<List<String>> values() {
        return text().list().ofSize(SsdTable.LEGAL_STATUS.columns().size());
    }

    @Provide
    Arbitrary<List<SsdRow>> rows() {
        Arbitrary<SsdTable> tables = Arbitraries.of(SsdTable.PERSON, SsdTable.LEGAL_STATUS, SsdTable.CP_PLANS);
        return tables.flatMap(
                        t -> text().list().ofSize(t.columns().size()).map(values -> SsdRow.of(t, "a.zip", 2, values)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** Any text, lone surrogates and control characters too, with what the encoding itself uses thrown in. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(8).injectDuplicates(0.1).flatMap(t -> Arbitraries.of(
                        "", "^", "|", "\\", "\n", "\0", "\t", "^p")
                .map(extra -> t + extra));
    }
}
