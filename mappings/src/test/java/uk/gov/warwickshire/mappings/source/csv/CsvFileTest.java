package uk.gov.warwickshire.mappings.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.source.ByteSource;
import uk.gov.warwickshire.mappings.source.DamagedFileException;

class CsvFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("plain", bytes("id,name\n1,Zo\u00eb\n"), List.of("2:1,Zo\u00eb")),
                Arguments.of("byte order mark", bytes("\ufeffid,name\n1,A\n"), List.of("2:1,A")),
                Arguments.of("Windows line ends", bytes("id,name\r\n1,A\r\n2,B"), List.of("2:1,A", "3:2,B")),
                Arguments.of(
                        "Windows-1252",
                        "id,name\n1,Zo\u00eb O\u2019Hara\n".getBytes(WINDOWS),
                        List.of("2:1,Zo\u00eb O\u2019Hara")),
                Arguments.of(
                        "UTF-16 of a database tool",
                        "\ufeffid,name\r\n1,Zo\u00eb\r\n".getBytes(StandardCharsets.UTF_16LE),
                        List.of("2:1,Zo\u00eb")),
                Arguments.of(
                        "line end inside quotes", bytes("id,name\n1,\"A\nB\"\n2,C\n"), List.of("2:1,A\nB", "4:2,C")),
                Arguments.of("doubled quotes", bytes("id,name\n1,\"5\"\" pipe\"\n"), List.of("2:1,5\" pipe")),
                Arguments.of("bare quote", bytes("id,name\n1,5\" pipe\n"), List.of("2:1,5\" pipe")),
                Arguments.of("space around quotes", bytes("id,name\n1, \"A\" \n"), List.of("2:1,A")),
                Arguments.of("empty lines at the end", bytes("id,name\n1,A\n\n\n,\n"), List.of("2:1,A")),
                Arguments.of("NULL of SQL Server", bytes("id,name\n1,NULL\n2,\"NULL\"\n"), List.of("2:1,", "3:2,")),
                Arguments.of("a person called Null", bytes("id,name\n1,Null\n"), List.of("2:1,Null")),
                Arguments.of("no-break space", bytes("id,name\n1,\u00a0A\u00a0\n"), List.of("2:1,A")),
                Arguments.of("semicolons", bytes("id;name\n1;A,B\n"), List.of("2:1,A,B")),
                Arguments.of("tabs", bytes("id\tname\n1\tA\n"), List.of("2:1,A")),
                Arguments.of("too many fields", bytes("id,name\n1,A,B\n2,C\n"), List.of("2:ragged", "3:2,C")),
                Arguments.of("too few fields", bytes("id,name\n1\n2,C\n"), List.of("2:ragged", "3:2,C")),
                Arguments.of("header only", bytes("id,name"), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readable(String quirk, byte[] file, List<String> expected) throws Exception {
        assertThat(read(file)).isEqualTo(expected);
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                Arguments.of("nothing", bytes(""), "no header"),
                Arguments.of("only blank lines", bytes("\n\n\r\n"), "no header"),
                Arguments.of("NUL byte", bytes("id,name\n1,A\0\n"), "line 2"),
                Arguments.of("open quote", bytes("id,name\n1,A\n2,\"B\n3,C\n"), "line 3"),
                Arguments.of("undoubled quote", bytes("id,name\n1,\"A\"B\n"), "line 2"),
                Arguments.of("same column twice", bytes("id, ID \n1,2\n"), "same name"),
                Arguments.of("endless field", bytes("id,name\n1," + "x".repeat(70_000) + "\n"), "line 2"),
                Arguments.of("endless row", bytes("id" + ",c".repeat(600) + "\n"), "line 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void damaged(String quirk, byte[] file, String says) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageStartingWith("test.csv")
                .hasMessageContaining(says);
    }

    @Test
    void headerNamesAreTrimmedAndWithoutCase() throws Exception {
        try (CsvFile csv = CsvFile.open("test.csv", ByteSource.of(bytes(" Pers_ID ,X\n")), CsvLimits.DEFAULT)) {
            assertThat(csv.header().position("pers_id")).hasValue(0);
            assertThat(csv.header().has("y")).isFalse();
        }
    }

    static List<String> read(byte[] file) throws DamagedFileException {
        try (CsvFile csv = CsvFile.open("test.csv", ByteSource.of(file), CsvLimits.DEFAULT)) {
            List<String> lines = new ArrayList<>();
            int columns = csv.header().names().size();
            for (Optional<CsvLine> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(line.get().line() + ":" + text(line.get(), columns));
            }
            return lines;
        }
    }

    private static String text(CsvLine line, int columns) {
        if (line instanceof CsvLine.Row row) {
            return Stream.iterate(0, i -> i < columns, i -> i + 1)
                    .map(row::value)
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
        }
        return "ragged";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
