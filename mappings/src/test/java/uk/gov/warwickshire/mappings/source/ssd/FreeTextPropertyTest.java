package uk.gov.warwickshire.mappings.source.ssd;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reductions of JSON columns let no free text through, valid JSON or not. */
class FreeTextPropertyTest {

    private static final String SECRET = "\u00abtext\u00bb";

    @Property(tries = 500)
    void noCommentOfAnEnquiryIsStaged(@ForAll("objects") String json) {
        assertThat(Section47Outcomes.reduce(json)).matches("[A-Z_ 0-9]*");
    }

    @Property(tries = 500)
    void noTextAmongFactorsIsStaged(@ForAll("objects") String json) {
        assertThat(AssessmentFactors.reduce(json)).matches("[0-9A-F? ]*");
    }

    @Property(tries = 500)
    void onlyPartsOfAnAddressAreStaged(@ForAll("others") String json) {
        assertThat(AddressText.reduce(json)).doesNotContain(SECRET);
    }

    @Property(tries = 500)
    void anyTextIsReducedWithoutAnError(@ForAll String text) {
        assertThat(Section47Outcomes.parse(Section47Outcomes.reduce(text))).isNotNull();
        assertThat(AddressText.parse(AddressText.reduce(text))).isNotNull();
        assertThat(AssessmentFactors.reduce(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> keys = Arbitraries.of("NFA_FLAG", "OUTCOME_COMMENTS", "1A", "COMMENT", "STREET");
        return object(keys);
    }

    @Provide
    Arbitrary<String> others() {
        return Arbitraries.of("COMMENTS", "NOTE", "WARNING").flatMap(key -> Arbitraries.of("", "\"")
                .map(quote -> "{\"%s\":\"%s%s\"}".formatted(key, quote, SECRET)));
    }

    private static Arbitrary<String> object(Arbitrary<String> keys) {
        Arbitrary<String> values = Arbitraries.of("Y", "N", "1", SECRET, "a \"quoted\" " + SECRET, "x, y: z");
        return Combinators.combine(keys, values, keys, values)
                .as((a, b, c, d) -> "{\"%s\":\"%s\",\"%s\":\"%s\"}".formatted(a, b, c, d));
    }
}
