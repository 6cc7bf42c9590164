package uk.gov.warwickshire.mappings.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

class CsvFilePropertyTest {

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("rows") List<List<String>> rows) throws Exception {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("a", "b");
            rows.forEach(writer::writeRecord);
        }
        List<List<String>> read = new ArrayList<>();
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        try (CsvFile csv = CsvFile.open("test.csv", ByteSource.of(file), CsvLimits.DEFAULT)) {
            for (Optional<CsvLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                CsvLine.Row row = (CsvLine.Row) line.get();
                read.add(List.of(row.fields().getField(0), row.fields().getField(1)));
            }
        }
        assertThat(read).isEqualTo(rows);
    }

    @Property(tries = 2000)
    void arbitraryBytesAreReadOrRefused(@ForAll("bytes") byte[] file) {
        try {
            CsvFileTest.read(file);
        } catch (DamagedFileException refused) {
            assertThat(refused.remedy()).isNotBlank();
        }
    }

    /** Any text a database can hold; the first field is filled, since a blank row is no row. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('\u0001', '\uffff')
                .withChars("\",;\r\n\t'| ")
                .ofMaxLength(12)
                .map(t -> t.replaceAll("\\p{Cs}", "?"));
        return text.map(t -> "x" + t)
                .flatMap(first -> text.map(second -> List.of(first, second)))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> telling =
                Arbitraries.of((byte) '"', (byte) ',', (byte) '\n', (byte) '\r', (byte) 'a', (byte) 0xe9);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, telling), net.jqwik.api.Tuple.of(1, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(60);
    }
}
