package uk.gov.warwickshire.gateway.foreign;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The three case systems: their published column lists, and how each spells what stands in the columns. */
public enum CaseSystem {
    SYSTEMC(StandardCharsets.UTF_8, "yyyy-MM-dd 00:00:00.000", "27182"),
    MOSAIC(Charset.forName("windows-1252"), "dd/MM/yyyy", "31415"),
    ECLIPSE(StandardCharsets.UTF_8, "yyyy-MM-dd", "16180");

    private static final Path LISTS = Path.of("../../shared/data/socialcare/ssd");

    private final Charset charset;
    private final DateTimeFormatter dates;
    private final String ids;

    CaseSystem(Charset charset, String dates, String ids) {
        this.charset = charset;
        this.dates = DateTimeFormatter.ofPattern(dates, Locale.ROOT);
        this.ids = ids;
    }

    Path list() {
        return LISTS.resolve("ssd_ddl_reference_" + name().toLowerCase(Locale.ROOT) + ".csv");
    }

    public boolean isPublished() {
        return Files.exists(list());
    }

    /** Tables, each with its columns in the list's order and the type of each column. */
    Map<String, Map<String, String>> tables() throws IOException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list())) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("table_name").startsWith("ssd_")) {
                    tables.computeIfAbsent(row.getField("table_name"), t -> new LinkedHashMap<>())
                            .putIfAbsent(row.getField("field_name"), row.getField("full_type"));
                }
            }
        }
        return tables;
    }

    Charset charset() {
        return charset;
    }

    /** Numbers, as columns of Mosaic demand; those of two systems never meet. */
    String id(String last4) {
        return ids + last4;
    }

    String date(String iso) {
        return dates.format(LocalDate.parse(iso));
    }

    /** The end of what has not ended. */
    String open() {
        return this == SYSTEMC ? date("1900-01-01") : "";
    }

    String nothing() {
        return this == SYSTEMC ? "NULL" : "";
    }

    String yes() {
        return this == MOSAIC ? "1" : "Y";
    }

    String no() {
        return this == MOSAIC ? "0" : "N";
    }

    /** Sex and ethnicity are words in Mosaic, categories of abuse in all but Eclipse, the legal status in Liquidlogic. */
    String sex(String code, String words, String number) {
        return switch (this) {
            case SYSTEMC -> code;
            case MOSAIC -> words;
            case ECLIPSE -> number;
        };
    }

    String ethnicity(String code, String words) {
        return this == MOSAIC ? words : code;
    }

    String abuse(String code, String words) {
        return this == ECLIPSE ? code : words;
    }

    String legalStatus(String code, String words) {
        return switch (this) {
            case SYSTEMC -> words;
            case MOSAIC -> code + " - " + words;
            case ECLIPSE -> code;
        };
    }
}
