package uk.gov.warwickshire.mappings.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;
import uk.gov.warwickshire.mappings.source.cin.CensusChildReader;
import uk.gov.warwickshire.mappings.source.cin.CensusEntry;
import uk.gov.warwickshire.mappings.source.cin.CensusFiles;
import uk.gov.warwickshire.mappings.source.merge.RecordMerge;
import uk.gov.warwickshire.mappings.source.ssd.ReadOptions;
import uk.gov.warwickshire.mappings.source.ssd.ReadOutcome;
import uk.gov.warwickshire.mappings.trace.ChildSource;
import uk.gov.warwickshire.mappings.trace.ChildSourceReader;
import uk.gov.warwickshire.mappings.trace.DeliveredRow;

/** A child of the folder `cases`, from its `1-source` on; the child is the first person of the person table. */
public record GoldenCase(String name, Path folder, ChildSource source) {

    public static final Path CASES = Path.of("src/test/resources/cases");

    /** The day the cases are read on. */
    public static final LocalDate TODAY = LocalDate.of(2026, 2, 25);

    /** With numbers from 9 000 000 000: no living person has one. */
    public static final ChildSourceReader READER = new ChildSourceReader(ReadOptions.on(TODAY), true);

    /** By name. */
    public static List<GoldenCase> all() {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(GoldenCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenCase of(Path folder) {
        List<DeliveredRow> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("1-source"))) {
            files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(file -> rows.addAll(rows(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String childId = rows.stream()
                .filter(row -> row.table().equals("ssd_person"))
                .findFirst()
                .orElseThrow()
                .value("pers_person_id");
        return new GoldenCase(folder.getFileName().toString(), folder, new ChildSource(childId, rows));
    }

    /** Of the dataset, and of the census return where the case has one. */
    public ChildRecord child() {
        ChildRecord dataset = accepted(READER.read(source).orElseThrow());
        Path census = folder.resolve("1-source/cin-census.xml");
        return Files.exists(census) ? merged(dataset, census) : dataset;
    }

    private ChildRecord merged(ChildRecord dataset, Path census) {
        try {
            CensusEntry entry = CensusFiles.read("cin-census.xml", ByteSource.of(census)).children().stream()
                    .flatMap(child -> child.entry().stream())
                    .filter(child -> child.childId().equals(dataset.childId()))
                    .findFirst()
                    .orElseThrow();
            ChildRecord ofCensus =
                    accepted(new CensusChildReader().read(entry, dataset.identity(), ReadOptions.on(TODAY)));
            return RecordMerge.merge(dataset, ofCensus, entry.referenceDate()).child();
        } catch (DamagedFileException damaged) {
            throw new AssertionError(name, damaged);
        }
    }

    private ChildRecord accepted(ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Accepted accepted) {
            return accepted.child();
        }
        throw new AssertionError(name + " gives no record: " + outcome);
    }

    private static List<DeliveredRow> rows(Path file) {
        String table = file.getFileName().toString().replace(".csv", "");
        String delivered = table.startsWith("ssd_") ? "ssd.zip" : table + ".csv";
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(row -> new DeliveredRow(
                            table, delivered, row.getStartingLineNumber(), row.getFieldsAsMap(), Optional.empty()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
