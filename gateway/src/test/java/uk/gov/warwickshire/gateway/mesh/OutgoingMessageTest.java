package uk.gov.warwickshire.gateway.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMessageTest {

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "child-9434765919", "9434765919_1"})
    void aPersonIsNeverNamedInAHeader(String localId) {
        assertThatThrownBy(() -> message(localId)).hasMessage("an NHS number may not stand in a header");
    }

    /** One in some thousands of random ids holds the digits of a valid number between its letters. */
    @Test
    void aRandomIdThatHappensToHoldTenDigitsIsNoPerson() {
        String id = "01a20a31-bc5f-7fb7-a6d4-a9434765919e";

        assertThat(message(id).localId()).isEqualTo(id);
    }

    private static OutgoingMessage message(String localId) {
        return new OutgoingMessage(
                "X26HC065", "SPINE_NTT_UPHOLDING", localId, "subject", "file.dat", "text/plain", new byte[0], false);
    }
}
