package uk.gov.warwickshire.gateway.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.cin.CensusChildReader;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.cin.CensusReader;
import uk.gov.warwickshire.mappings.source.cin.CensusSurvey;
import uk.gov.warwickshire.mappings.source.cin.DeliveredChild;
import uk.gov.warwickshire.mappings.source.merge.RecordMerge;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;

/** The census of the demo agrees with its extracts. */
class CensusReturnTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC);

    @Test
    void itTellsOfChildrenTheDatasetKnowsAndContradictsItInNothing(@TempDir Path folder) throws Exception {
        SyntheticFamilies families = new SyntheticFamilies(937, 360, CLOCK);
        families.writeTo(folder.resolve("inbox"));
        Map<String, ReadOutcome> dataset = new HashMap<>();
        for (CaseSystem system : CaseSystem.values()) {
            dataset.putAll(ReadExtract.of(folder.resolve("inbox/ssd").resolve(system.fileName()), TODAY).outcomes);
        }
        List<DeliveredChild> children = new ArrayList<>();
        CensusReader reader = new CensusReader();
        ByteSource census = ByteSource.of(folder.resolve("inbox/cin-census/census.xml"));
        CensusSurvey survey = reader.survey("census.xml", census);
        reader.<RuntimeException>children(survey, census, children::add);

        assertThat(survey.header().year().orElseThrow().text()).isEqualTo("2025");
        assertThat(children).hasSizeGreaterThan(2).allSatisfy(child -> {
            CensusEntry entry = child.entry().orElseThrow();
            assertThat(families.situationOf(entry.childId())).contains(Situation.PLAIN);
            assertThat(RecordMerge.merge(
                                    record(dataset.get(entry.childId())),
                                    record(new CensusChildReader()
                                            .read(entry, Identity.UNKNOWN, ReadOptions.on(TODAY))),
                                    entry.referenceDate())
                            .findings())
                    .isEmpty();
        });
        assertThat(children.get(0).findings()).as("sex by number").anyMatch(f -> f.code()
                .equals("4180"));
    }

    private static ChildRecord record(ReadOutcome outcome) {
        return ((ReadOutcome.Accepted) outcome).child();
    }
}
