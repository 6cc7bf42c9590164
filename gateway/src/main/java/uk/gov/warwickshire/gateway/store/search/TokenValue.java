package uk.gov.warwickshire.gateway.store.search;

import java.util.Optional;

/**
 * A token as asked for.
 *
 * @param system empty: of any system; the empty string: without a system
 * @param code empty: any code of the system
 */
public record TokenValue(Optional<String> system, Optional<String> code) {
    public TokenValue {
        if (code.isEmpty() && system.filter(s -> !s.isEmpty()).isEmpty()) {
            throw new IllegalArgumentException("a token needs a system or a code");
        }
    }
}
