package uk.gov.warwickshire.mappings.trace;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An example of each mapped column, as {@code mapping-examples.csv} holds them: written by the test of the register. */
public final class MappingExamples {

    private MappingExamples() {}

    /** By table and column: {@code ssd_person.pers_dob}. */
    public static Map<String, MappingExample> load() {
        Map<String, MappingExample> examples = new LinkedHashMap<>();
        try (InputStream in = MappingExamples.class.getResourceAsStream("mapping-examples.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                MappingExample example = new MappingExample(
                        row.getField("table"),
                        row.getField("column"),
                        row.getField("source"),
                        row.getField("element"),
                        row.getField("result"),
                        words(row.getField("systems")),
                        words(row.getField("conceptMaps")));
                examples.put(example.name(), example);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static List<String> words(String field) {
        return Stream.of(field.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
