package uk.gov.warwickshire.gateway.ops.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be said of a failure to anyone, and what may not. */
class ErrorTextTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("our own words", 503, "answered 503", "answered 503"),
                Arguments.of("no answer", 0, "no answer within 30 s", "no answer within 30 s"),
                Arguments.of(
                        "codes and elements of an outcome, not what it quotes",
                        422,
                        """
                        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"code-invalid",
                         "details":{"coding":[{"system":"http://region.example/codes","code":"BAD_CATEGORY"}],"text":"Anna Smith"},
                         "diagnostics":"Smith, Anna, 9990000018 is not allowed","expression":["CarePlan.category[0]"]}]}
                        """,
                        "answered 422 code-invalid http://region.example/codes BAD_CATEGORY CarePlan.category[0]"),
                Arguments.of(
                        "an NHS number or a name where a code should be",
                        400,
                        "{\"issue\":[{\"code\":\"9990000018\",\"expression\":[\"Anna Smith\",\"Patient.name\"]}]}",
                        "answered 400 Patient.name"),
                Arguments.of("an outcome that was cut off", 422, "{\"issue\":[{\"diagnostics\":\"Smi", "answered 422"),
                Arguments.of("a page of a proxy", 502, "<html>Smith</html>", "answered 502"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void says_codes_and_our_own_words(String what, int status, String error, String said) {
        assertThat(ErrorText.of(status == 0 ? Optional.empty() : Optional.of(status), Optional.of(error)))
                .isEqualTo(said);
    }
}
