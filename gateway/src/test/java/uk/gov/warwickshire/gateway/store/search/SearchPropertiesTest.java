package uk.gov.warwickshire.gateway.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class SearchPropertiesTest {

    private static final SearchQueryParser PARSER =
            new SearchQueryParser(SearchRecords.PARAMETERS, SearchRecords.BASE, SearchRecords.NOW);

    @Property(tries = 200)
    void aParserOfAnyTextAnswersOrSaysWhatIsWrong(@ForAll String name, @ForAll String value) {
        parse("Patient", name, value);
    }

    @Property(tries = 500)
    void aParserOfNearlyRightTextAnswersOrSaysWhatIsWrong(
            @ForAll("types") String type, @ForAll("names") String name, @ForAll("values") String value) {
        parse(type, name, value);
    }

    @Property(tries = 50)
    void aLongValueIsRefused(@ForAll @StringLength(min = 4_001, max = 10_000) String value) {
        assertThat(parse("Patient", "name", value)).isFalse();
    }

    /** @return whether it was understood */
    private static boolean parse(String type, String name, String value) {
        try {
            PARSER.parse(type, Map.of(name, List.of(value)));
            return true;
        } catch (InvalidSearchException invalid) {
            assertThat(invalid.parameter()).hasSizeLessThanOrEqualTo(60).matches("[A-Za-z0-9_.:?-]*");
            assertThat(invalid.getMessage()).isNotBlank();
            if (value.length() > 20) {
                assertThat(invalid.getMessage()).doesNotContain(value);
            }
            return false;
        }
    }

    @Property(tries = 200)
    void whatIsEscapedIsReadBack(@ForAll List<String> values) {
        String joined = values.stream()
                .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));

        assertThat(Escapes.split(joined, ',').stream().map(Escapes::unescape).toList())
                .isEqualTo(values.isEmpty() ? List.of("") : values);
    }

    @Property(tries = 200)
    void normalStringsAreTheSameHoweverTheyWereWritten(@ForAll("latin") String text) {
        String normal = Normal.of(text);

        assertThat(Normal.of(normal)).isEqualTo(normal);
        assertThat(Normal.of(text.toLowerCase(java.util.Locale.ROOT))).isEqualTo(normal);
        assertThat(Normal.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(normal);
        assertThat(Normal.of(Normalizer.normalize(text, Normalizer.Form.NFC))).isEqualTo(normal);
    }

    @Property(tries = 200)
    void aDateOfLessPrecisionContainsOneOfMore(@ForAll("instants") String text) {
        List<Integer> precisions = List.of(4, 7, 10, 16, 19);
        DateRange last = DateRange.parse(text.substring(0, 19) + "Z").orElseThrow();
        for (int i = precisions.size() - 2; i >= 0; i--) {
            String shorter = text.substring(0, precisions.get(i));
            DateRange wider = DateRange.parse(shorter.length() > 10 ? shorter + "Z" : shorter)
                    .orElseThrow();
            assertThat(wider.low()).isBeforeOrEqualTo(last.low());
            assertThat(wider.high()).isAfterOrEqualTo(last.high());
            last = wider;
        }
    }

    @Property(tries = 200)
    void tokensOfDifferentSystemsAndCodesDiffer(
            @ForAll("tokenParts") String system,
            @ForAll("tokenParts") String code,
            @ForAll("tokenParts") String otherSystem,
            @ForAll("tokenParts") String otherCode) {
        boolean same = system.equals(otherSystem) && code.equals(otherCode);

        assertThat(Tokens.coded("A.b", system, code).equals(Tokens.coded("A.b", otherSystem, otherCode)))
                .isEqualTo(same);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(ServedTypes.ALL);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> codes = Arbitraries.of(
                "patient",
                "subject",
                "name",
                "birthdate",
                "date",
                "identifier",
                "status",
                "_id",
                "_lastUpdated",
                "_sort",
                "_include",
                "_revinclude",
                "_has",
                "_count",
                "_total",
                "value-quantity",
                "focus");
        Arbitrary<String> rest = Arbitraries.of(
                "",
                ":",
                ":missing",
                ":not",
                ":identifier",
                ":Patient",
                ":exact",
                ".",
                ".name",
                ".identifier",
                ".status",
                ":Flag:patient:status",
                ":iterate",
                ":Patient.name",
                "..",
                ".patient.patient.patient.patient.name");
        return Combinators.combine(codes, rest).as(String::concat);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                        "a",
                        "|",
                        ",",
                        "\\",
                        "$",
                        "2015",
                        "-02",
                        "-30",
                        "T10:00",
                        "Z",
                        "+01:00",
                        "ge",
                        "ap",
                        "Patient/",
                        "http://",
                        "true",
                        ":",
                        "*",
                        "9",
                        ".",
                        "_id",
                        "%",
                        " ",
                        "\u0000",
                        "ü")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> tokenParts() {
        return Arbitraries.strings().withChars("ab|\\=^").ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings().withChars("abcXYZ éüÑçØß-'").ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(second -> Instant.ofEpochSecond(second)
                .toString());
    }
}
