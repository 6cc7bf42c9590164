package uk.gov.warwickshire.gateway.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeshTokenTest {

    private static final MeshCredentials CREDENTIALS = new MeshCredentials("x26abc1", "password", "TestKey");
    private final MeshToken token =
            new MeshToken(CREDENTIALS, Clock.fixed(Instant.parse("2026-11-23T14:25:59Z"), ZoneOffset.UTC));

    /** The published sample values. */
    @Test
    void the_hash_is_the_one_published() {
        assertThat(MeshToken.hash(CREDENTIALS, "00000000-0000-4000-8000-000000000001", "1", "202611231425"))
                .isEqualTo("033f5f85cfb41153d777e06296d037f4771dbd583789ae15d9941ddc53132509");
    }

    @Test
    void the_header_names_the_mailbox_in_upper_case_and_the_minute_in_utc() {
        assertThat(token.next()).matches("NHSMESH X26ABC1:[0-9a-f-]{36}:1:202611231425:[0-9a-f]{64}");
    }

    @Test
    void no_header_is_made_twice() {
        Set<String> headers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(headers.add(token.next())).isTrue();
        }
    }

    @Test
    void neither_password_nor_key_shows() {
        assertThat(token.next() + CREDENTIALS).doesNotContain("password").doesNotContain("TestKey");
    }
}
