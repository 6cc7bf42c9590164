package uk.gov.warwickshire.mappings.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.source.code.CodeLists;
import uk.gov.warwickshire.profiles.Translation;

/** `mappings/docs/mapping-tables.md` and the examples in it are current; `-Dapprove` writes them anew. */
class MappingTablesTest {

    private static final Path DOCUMENT = Path.of("docs/mapping-tables.md");
    private static final Path EXAMPLES =
            Path.of("src/main/resources/uk/gov/warwickshire/mappings/trace/mapping-examples.csv");
    private static final boolean APPROVE = System.getProperty("approve") != null;
    private static final int LONGEST_EXAMPLE = 70;
    private static final String RENEW = "mvn -pl mappings -am test -Dtest=MappingTablesTest -Dapprove"
            + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew";

    @Test
    void documentAndExamplesAreCurrent() throws IOException {
        Map<String, MappingExample> examples = examples();
        String document = MappingTables.markdown(MappingRegister.STANDARD.columns(), examples);
        if (APPROVE) {
            Files.writeString(EXAMPLES, csv(examples));
            Files.writeString(DOCUMENT, document);
        }

        assertThat(EXAMPLES).as(RENEW).hasContent(csv(examples));
        assertThat(DOCUMENT).as(RENEW).hasContent(document);
    }

    @Test
    void theDocumentComesFromThePackagedFilesAlone() throws IOException {
        assumeFalse(APPROVE, "what was written just now is not packaged yet");
        assertThat(MappingTables.markdown(MappingRegister.STANDARD.columns(), MappingExamples.load()))
                .isEqualTo(Files.readString(DOCUMENT));
    }

    private static Map<String, MappingExample> examples() {
        Map<String, MappingExample> examples = new LinkedHashMap<>();
        for (MappedColumn column : MappingRegister.STANDARD.columns()) {
            List<Sighting> sightings = sightings(column);
            sightings.stream().findFirst().ifPresent(first -> {
                Set<String> systems = new TreeSet<>();
                Set<String> maps = new TreeSet<>();
                for (Sighting one : sightings) {
                    for (Coding coding : one.element().codings()) {
                        systems.add(ResourceName.lastPart(coding.getSystem()));
                        maps.addAll(maps(column, one.cell().value(), coding));
                    }
                }
                examples.put(
                        column.name(),
                        new MappingExample(
                                column.table(),
                                column.column(),
                                shortened(first.cell().value()),
                                first.effect().element(),
                                first.element().value(),
                                column.codeList().isPresent() || column.kind() == ColumnKind.ROLE
                                        ? List.copyOf(systems)
                                        : List.of(),
                                List.copyOf(maps)));
            });
        }
        return examples;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_EXAMPLE ? value : value.substring(0, LONGEST_EXAMPLE) + "…";
    }

    private record Sighting(Cell cell, Effect effect, MappedElement element) {}

    /** Where the column's value can be seen in an element of the unaltered record. */
    private static List<Sighting> sightings(MappedColumn column) {
        List<Sighting> sightings = new ArrayList<>();
        for (Traces.Traced one : Traces.ALL) {
            one.effects().forEach((cell, effects) -> {
                if (cell.table().equals(column.table()) && cell.column().equals(column.column())) {
                    effects.forEach(effect -> element(one, effect)
                            .ifPresent(element -> sightings.add(new Sighting(cell, effect, element))));
                }
            });
        }
        return sightings;
    }

    private static Optional<MappedElement> element(Traces.Traced one, Effect effect) {
        return one.mapped().resources().getOrDefault(effect.resource(), List.of()).stream()
                .filter(element -> element.location().equals(effect.location()))
                .findFirst();
    }

    /** The maps that take the source value to this coding. */
    private static List<String> maps(MappedColumn column, String value, Coding coding) {
        String code = column.codeList()
                .flatMap(list -> CodeLists.STANDARD.codeOf(list, value))
                .orElse(value.strip().toLowerCase(java.util.Locale.ROOT));
        return Traces.PROFILES.resources().stream()
                .filter(ConceptMap.class::isInstance)
                .map(ConceptMap.class::cast)
                .filter(map -> Translation.of(map).translate(code).stream()
                        .anyMatch(target -> target.getSystem().equals(coding.getSystem())
                                && target.getCode().equals(coding.getCode())))
                .map(map -> map.getIdElement().getIdPart())
                .toList();
    }

    private static String csv(Map<String, MappingExample> examples) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord("table", "column", "source", "element", "result", "systems", "conceptMaps");
            for (MappingExample one : examples.values()) {
                csv.writeRecord(
                        one.table(),
                        one.column(),
                        one.source(),
                        one.element(),
                        one.result(),
                        String.join(" ", one.systems()),
                        String.join(" ", one.conceptMaps()));
            }
        }
        return text.toString();
    }
}
