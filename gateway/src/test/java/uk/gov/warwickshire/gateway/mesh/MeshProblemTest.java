package uk.gov.warwickshire.gateway.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeshProblemTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            417 | {"message_id":"1","detail":[{"event":"SEND","code":"12","msg":"x"}]}  | 12 | no mailbox is registered under the recipient's id
            417 | {"messageID":"1","errorEvent":"SEND","errorCode":"17","errorDescription":"x"} | 17 | the workflow is not registered for the mailbox
            417 | {"detail":[{"event":"SEND","code":"99","msg":"person 4857773456"}]} | 99 | MESH error 99
            400 | {"detail":[{"loc":["header","mex-to"],"msg":"field required","type":"missing"}]} |  | not accepted: header.mex-to
            403 | {"detail":[{"event":"AUTH","code":"","msg":"no"}]} |  | HTTP status 403
            500 | <soap:Envelope>person 4857773456</soap:Envelope> |  | HTTP status 500
            502 | ~~ |  | HTTP status 502
            500 | "a string" |  | HTTP status 500
            500 | {"detail":"person 4857773456"} |  | HTTP status 500
            """)
    void every_form_of_error_is_understood(int status, String body, String code, String words) {
        MeshProblem problem = MeshProblem.of(status, body.getBytes(StandardCharsets.UTF_8));

        assertThat(problem.code().orElse(null)).isEqualTo(code);
        assertThat(problem.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_words(MeshErrorCode code) {
        assertThat(MeshErrorCode.of(code.code())).contains(code);
        assertThat(code.words()).isNotBlank();
    }
}
