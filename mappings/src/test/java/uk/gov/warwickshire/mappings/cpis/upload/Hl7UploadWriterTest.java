package uk.gov.warwickshire.mappings.cpis.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.CORA;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.DINA;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.MAYA;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.plan;
import static uk.gov.warwickshire.mappings.cpis.CpIsPeople.withdrawn;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.cpis.CpIsRecord;

class Hl7UploadWriterTest {

    /** The situations of a council, each a golden file under `src/test/resources/cpis/upload`, to be read by people. */
    private static final Map<String, List<CpIsRecord>> SITUATIONS = situations();

    static Set<String> names() {
        return SITUATIONS.keySet();
    }

    private static Map<String, List<CpIsRecord>> situations() {
        Map<String, List<CpIsRecord>> all = new LinkedHashMap<>();
        CpIsRecord started = new CpIsRecord(CORA, List.of(plan(CPP, "2025-03-14")));
        CpIsRecord unborn = new CpIsRecord(MAYA, List.of(plan(UCP, "2025-12-12")));
        CpIsRecord both = new CpIsRecord(DINA, List.of(plan(LAC, "2025-02-03"), plan(CPP, "2025-03-14", "2025-09-01")));
        all.put("plan-started", List.of(started));
        all.put("plan-start-corrected", List.of(new CpIsRecord(CORA, List.of(plan(CPP, "2025-03-10")))));
        all.put("plan-ended", List.of(new CpIsRecord(CORA, List.of(plan(CPP, "2025-03-14", "2026-02-20")))));
        all.put("uploaded-in-error", List.of(withdrawn(CORA, plan(CPP, "2025-03-14"), "2026-02-25")));
        all.put("unborn", List.of(unborn));
        all.put("looked-after-and-child-protection", List.of(both));
        all.put("several-records", List.of(started, both, unborn));
        return all;
    }

    @ParameterizedTest
    @MethodSource("names")
    void fileIsAsApproved(String situation) throws IOException {
        UploadFiles.verify("src/test/resources/cpis/upload/" + situation + ".xml", SITUATIONS.get(situation));
    }

    @Test
    void nothingButTheStatusLeaves() {
        String file = UploadFiles.write(SITUATIONS.get("plan-started"));

        assertThat(file).doesNotContain("CPP-1").doesNotContain("<address").doesNotContain("classCode");
    }

    @Test
    void aRecordCountThatIsNotTrueFailsTheFile() {
        UploadHeader two = new UploadHeader(7, UploadFiles.CREATED, UploadFiles.SENDER, 2);
        Stream<CpIsRecord> one = SITUATIONS.get("plan-started").stream();

        assertThatThrownBy(() -> new Hl7UploadWriter().write(two, one, OutputStream.nullOutputStream()))
                .isInstanceOf(UploadFailedException.class)
                .hasMessage("the header says 2 records, there were 1");
    }

    @Test
    void recordsAreWrittenAsTheyCome() {
        AtomicLong bytes = new AtomicLong();
        AtomicLong writtenBeforeLast = new AtomicLong();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes.incrementAndGet();
            }
        };
        CpIsRecord record = SITUATIONS.get("plan-started").get(0);
        long count = 20_000;
        Stream<CpIsRecord> records = LongStream.range(0, count).mapToObj(i -> {
            writtenBeforeLast.set(bytes.get());
            return record;
        });

        new Hl7UploadWriter()
                .write(new UploadHeader(7, UploadFiles.CREATED, UploadFiles.SENDER, count), records, counting);

        assertThat(writtenBeforeLast.get()).isGreaterThan(bytes.get() * 9 / 10);
    }

    @Test
    void aSenderWithoutPhonesIsAccepted() {
        Sender bare = new Sender("ZZ9", "A Council", Optional.empty(), Optional.empty());

        assertThat(UploadFiles.write(bare, SITUATIONS.get("unborn"))).doesNotContain("telecom");
    }
}
