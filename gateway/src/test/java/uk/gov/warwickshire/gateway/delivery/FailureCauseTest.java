package uk.gov.warwickshire.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many failures are told as one, and nothing of a record stands in the words. */
class FailureCauseTest {

    @Test
    void of_an_operation_outcome_only_its_codes_are_told() {
        FailureCause cause = FailureCause.of(Optional.of(422), """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"code-invalid",
                 "details":{"coding":[{"code":"UNKNOWN_ETHNICITY"}],"text":"ethnicity of Jane Doe"},
                 "diagnostics":"Patient 9434765919: no code \\"X9\\""}]}
                """);

        assertThat(cause.sentence()).isEqualTo("answered 422: code-invalid, UNKNOWN_ETHNICITY");
        assertThat(cause.searchWord()).isEqualTo("UNKNOWN_ETHNICITY");
    }

    @Test
    void two_children_refused_for_one_code_have_one_cause() {
        assertThat(FailureCause.of(
                        Optional.of(422), "{\"issue\":[{\"code\":\"value\",\"diagnostics\":\"child one\"}]}"))
                .isEqualTo(FailureCause.of(
                        Optional.of(422), "{\"issue\":[{\"code\":\"value\",\"diagnostics\":\"child two\"}]}"));
    }

    @Test
    void a_number_is_no_code() {
        assertThat(FailureCause.of(Optional.of(400), "{\"code\":\"9434765919\"}")
                        .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no answer: the partner's certificate has expired, true",
        "no answer: SSLHandshakeException,                 true",
        "no answer: ConnectException,                      false",
        "answered 503,                                     false",
    })
    void a_certificate_is_named_as_such(String words, boolean certificate) {
        assertThat(FailureCause.of(Optional.empty(), words).isCertificate()).isEqualTo(certificate);
    }
}
