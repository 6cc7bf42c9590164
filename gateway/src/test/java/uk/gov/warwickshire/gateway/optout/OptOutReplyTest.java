package uk.gov.warwickshire.gateway.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.gateway.optout.OptOutReply.CleanList;
import uk.gov.warwickshire.gateway.optout.OptOutReply.InvalidNumbers;
import uk.gov.warwickshire.gateway.optout.OptOutReply.NotUnderstood;
import uk.gov.warwickshire.gateway.optout.OptOutReply.Receipt;

class OptOutReplyTest {

    static Stream<Arguments> replies() {
        return Stream.of(
                arguments("", new CleanList(Set.of())),
                arguments("\n", new CleanList(Set.of())),
                arguments("4857773456,\n", new CleanList(Set.of("4857773456"))),
                arguments("4857773456\r\n4857773464,\r\n", new CleanList(Set.of("4857773456", "4857773464"))),
                arguments("4857773456,\n4857773456,\n", new CleanList(Set.of("4857773456"))),
                arguments("The file contains one or more invalid NHS Numbers.", new InvalidNumbers()),
                arguments("The file contains one or more invalid NHS Numbers.\n", new InvalidNumbers()),
                arguments("{\"dataset_id\": \"mesh_to_pos\", \"status\": \"pending\"}", new Receipt(true)),
                arguments("{\"dataset_id\": \"mesh_to_pos\", \"status\": \"failed\"}", new Receipt(false)),
                arguments("{\"status\": ", new NotUnderstood()),
                arguments("{}", new NotUnderstood()),
                arguments("[\"4857773456\"]", new NotUnderstood()),
                arguments("4857773456,NOT_OPTED_OUT\n", new NotUnderstood()),
                arguments("485777345\n", new NotUnderstood()),
                arguments("48577734567\n", new NotUnderstood()),
                arguments("4857773456,\nService unavailable\n", new NotUnderstood()),
                arguments("\ufeff4857773456,\n", new NotUnderstood()),
                arguments("<html>504 Gateway Time-out</html>", new NotUnderstood()));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void only_what_is_certainly_an_answer_is_taken_for_one(String body, OptOutReply expected) {
        assertThat(OptOutReply.read(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }
}
