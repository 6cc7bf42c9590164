package uk.gov.warwickshire.mappings.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.source.SourceDates;
import uk.gov.warwickshire.mappings.source.code.CodeList;
import uk.gov.warwickshire.mappings.source.code.CodeLists;

/** What else could stand in a cell. Wide enough that every way a column works shows in one of them. */
final class Alternatives {

    /** No word of any list, no name of any row. */
    static final String UNLIKELY = "Zqx";

    /** Lists in which single codes may have a meaning of their own to a mapper are short. */
    private static final int SHORT_LIST = 16;

    private Alternatives() {}

    static List<String> to(MappedColumn column, String value) {
        Stream<String> others =
                switch (column.kind()) {
                    case KEY, OWNER -> Stream.empty();
                    case LINK -> Stream.of("", UNLIKELY);
                    case DATE -> dates(value);
                    case FLAG -> Stream.of("", "Y", "N");
                    case CODE -> codes(column.codeList());
                    case TEXT, NARRATIVE -> Stream.of("", UNLIKELY, value + UNLIKELY);
                    case ROLE -> Stream.of("", "Allocated worker", "Team manager", "Social Worker", UNLIKELY);
                    case POSTCODE -> Stream.of("", "ZZ1 1ZZ", "XXXX");
                    case NHS_NUMBER -> Stream.of("9449306877", "4010232137");
                    case VERIFICATION_STATUS -> Stream.of("01", "02", "04", "");
                    case PHONE -> Stream.of("", "01926 000000");
                    case EMAIL -> Stream.of("", "other@council.example");
                    case ADDRESS_JSON ->
                        Stream.of(
                                "",
                                "{\"HOUSE\":\"8\",\"STREET\":\"Elsewhere\"}",
                                "{\"TOWN\":\"Elsewhere\"}",
                                "{\"UPRN\":\"1\"}");
                    case FACTORS_JSON -> Stream.of("", "[\"1B\"]", "[\"3B\",\"16A\",\"4C\"]", "not a factor");
                    case OUTCOMES_JSON ->
                        Stream.of(
                                "",
                                "{\"MONITOR_FLAG\":\"Y\"}",
                                "{\"NFA_FLAG\":\"Y\",\"OUTCOME_COMMENTS\":\"" + UNLIKELY + "\"}");
                };
        return others.filter(other -> !other.equals(value)).distinct().toList();
    }

    private static Stream<String> dates(String value) {
        Optional<LocalDate> date = SourceDates.parse(value);
        return Stream.concat(
                Stream.of(""),
                date.stream()
                        .flatMap(d -> Stream.of(d.plusDays(1), d.minusDays(1), d.plusMonths(4), d.minusYears(2)))
                        .map(LocalDate::toString));
    }

    private static Stream<String> codes(Optional<CodeList> list) {
        List<String> codes = new ArrayList<>(List.of("", UNLIKELY, UNLIKELY.repeat(40)));
        List<String> all = list.map(CodeLists.STANDARD::codes).orElse(List.of());
        codes.addAll(all.size() <= SHORT_LIST ? all : all.subList(0, 3));
        return codes.stream();
    }
}
