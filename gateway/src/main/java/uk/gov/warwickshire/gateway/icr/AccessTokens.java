package uk.gov.warwickshire.gateway.icr;

import java.io.IOException;
import java.util.Optional;

/** Where the tokens for a region come from. */
interface AccessTokens {

    /** No token: the region asks for none (mutual TLS, or a private network). */
    AccessTokens NONE = new AccessTokens() {
        @Override
        public Optional<String> current() {
            return Optional.empty();
        }

        @Override
        public void refused(String token) {
            // There is none to forget.
        }
    };

    /** @throws IOException if none can be had now */
    Optional<String> current() throws IOException;

    /** The region did not take this token: the next one is a new one. */
    void refused(String token);
}
