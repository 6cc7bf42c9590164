package uk.gov.warwickshire.mappings.source.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/** Whatever happens to a census on its way: a record, or a line that says why not. */
class MutatedCensusPropertiesTest {

    private static final String[] INSERTS = {
        "<",
        ">",
        "&",
        "&amp;",
        "\0",
        "</Child>",
        "<Child>",
        "<Child/>",
        "<CINdetails/>",
        "2025-02-30",
        "9999-12-31",
        "<![CDATA[",
        "]]>",
        "<!--",
        "\u00e9",
        "\ud83d\ude00",
        " ",
        "",
        "SECRETVALUE",
        "<CPPstartDate/>"
    };

    @Property(tries = 400)
    void aMutatedCensusBecomesRecordsOrLines(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        String text = new String(EditedCensus.of("+Child; LAchildID=C2"), StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            text = mutate(text, random);
        }
        CensusFiles.Whole whole;
        try {
            whole = CensusFiles.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (DamagedFileException e) {
            assertThat(e).hasMessageStartingWith("census.xml").hasMessageNotContaining("SECRETVALUE");
            return;
        }
        assertThat(whole.children()).hasSize((int) whole.survey().children());
        whole.children().forEach(MutatedCensusPropertiesTest::isRecordOrLine);
    }

    /** Its file ends within a CDATA section, which a reader that reads lazily notices too late. */
    @Example
    void aFileThatEndsWithinACdataSectionIsDamaged() throws Exception {
        aMutatedCensusBecomesRecordsOrLines(-222);
    }

    private static void isRecordOrLine(DeliveredChild child) {
        assertThat(child.findings()).extracting(Rejection::message).noneMatch(m -> m.contains("SECRETVALUE"));
        if (child.entry().isEmpty()) {
            assertThat(child.findings()).extracting(Rejection::severity).contains(Rejection.Severity.CHILD_REJECTED);
            return;
        }
        CensusEntry entry = child.entry().get();
        assertThat(CensusEntry.fromJson(entry.toJson())).isEqualTo(entry);
        ReadOutcome outcome =
                new CensusChildReader().read(entry, Identity.UNKNOWN, ReadOptions.on(LocalDate.of(2025, 6, 1)));
        if (outcome instanceof ReadOutcome.Accepted accepted) {
            assertThat(accepted.child().missingRows()).isEqualTo((int) accepted.findings().stream()
                    .filter(f -> f.severity() == Rejection.Severity.ROW_REJECTED)
                    .map(f -> f.source())
                    .distinct()
                    .count());
        } else {
            assertThat(outcome).isInstanceOf(ReadOutcome.RejectedChild.class);
        }
    }

    private static String mutate(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(60));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from);
            case 3 -> {
                int value = text.indexOf('>', from) + 1;
                yield text.substring(0, value) + any(random) + text.substring(value);
            }
            default -> text.substring(0, from) + any(random) + text.substring(from);
        };
    }

    private static String any(Random random) {
        return INSERTS[random.nextInt(INSERTS.length)];
    }
}
