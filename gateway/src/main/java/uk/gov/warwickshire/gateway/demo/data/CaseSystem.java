package uk.gov.warwickshire.gateway.demo.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How each case system spells the Standard Safeguarding Dataset (source-formats.md 2): its columns, dates, codes,
 * encoding and line ends. Each holds other children.
 */
enum CaseSystem {
    LIQUIDLOGIC(
            "L",
            StandardCharsets.UTF_8,
            "\r\n",
            "yyyy-MM-dd 00:00:00.000",
            List.of("Y", "N"),
            Set.of(Codes.LEGAL_STATUS, Codes.ABUSE)),
    MOSAIC(
            "M",
            Charset.forName("windows-1252"),
            "\r\n",
            "dd/MM/yyyy",
            List.of("1", "0"),
            Set.of(Codes.SEX, Codes.ETHNICITY, Codes.ABUSE)),
    ECLIPSE("E", StandardCharsets.UTF_8, "\n", "yyyy-MM-dd", List.of("Y", "N"), Set.of(Codes.CLOSE_REASON));

    /** Columns the SQL of Mosaic does not fill. */
    private static final Set<String> NOT_IN_MOSAIC =
            Set.of("cppl_cp_plan_ola", "clap_person_id", "invo_person_id", "prof_professional_name");

    private static final Map<String, String> OTHERWISE_IN_MOSAIC =
            Map.of("cinp_cin_plan_id", "cin_plan_id", "cppr_person_id", "person_id");

    private final String prefix;
    private final Charset charset;
    private final String lineEnd;
    private final DateTimeFormatter dates;
    private final List<String> yesNo;
    private final Set<Codes> described;

    CaseSystem(String prefix, Charset charset, String lineEnd, String dates, List<String> yesNo, Set<Codes> described) {
        this.prefix = prefix;
        this.charset = charset;
        this.lineEnd = lineEnd;
        this.dates = DateTimeFormatter.ofPattern(dates, Locale.ROOT);
        this.yesNo = yesNo;
        this.described = described;
    }

    /** Ids of this system begin with it, so that those of two systems never meet. */
    String id(String kind, int number) {
        return prefix + kind + (100_000 + number);
    }

    String fileName() {
        return "ssd-" + name().toLowerCase(Locale.ROOT) + ".zip";
    }

    Charset charset() {
        return charset;
    }

    String lineEnd() {
        return lineEnd;
    }

    boolean has(ExtractTable table) {
        return this != MOSAIC || table != ExtractTable.FAMILY;
    }

    /** The header under which the column stands in this system's extract. */
    String header(String column) {
        return this == MOSAIC ? OTHERWISE_IN_MOSAIC.getOrDefault(column, column) : column;
    }

    boolean has(String column) {
        return this != MOSAIC || !NOT_IN_MOSAIC.contains(column);
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** End of an involvement that has not ended: Liquidlogic writes a date that means "open". */
    String openEnd() {
        return this == LIQUIDLOGIC ? date(LocalDate.of(1900, 1, 1)) : "";
    }

    String flag(boolean value) {
        return yesNo.get(value ? 0 : 1);
    }

    String code(Codes list, String code) {
        return described.contains(list) ? list.description(code) : code;
    }
}
