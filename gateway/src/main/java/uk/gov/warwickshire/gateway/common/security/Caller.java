package uk.gov.warwickshire.gateway.common.security;

import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, taken from a token that has been verified.
 *
 * @param clientId application
 * @param odsCode organisation it speaks for, claim `ods_code`
 * @param user person, where the token names one besides the application
 * @param statedPurpose claim `purpose` or header `X-Purpose`, not yet checked against an agreement
 * @param breakGlassReason header `X-Break-Glass-Reason`
 * @param requestId header `X-Request-ID`
 * @param address network address of the caller
 */
public record Caller(
        String clientId,
        String odsCode,
        Scopes scopes,
        Optional<String> user,
        Optional<String> statedPurpose,
        Optional<String> breakGlassReason,
        Optional<String> requestId,
        Optional<String> address) {

    public Caller {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(odsCode, "odsCode");
        Objects.requireNonNull(scopes, "scopes");
    }

    /** @throws RefusedException without the scope (403) */
    public void requireScope(String word) {
        require(scopes.has(word));
    }

    /** @throws RefusedException without a SMART scope to read the type (403) */
    public void requireRead(String type) {
        require(scopes.mayRead(type));
    }

    /** @throws RefusedException without a SMART scope to search the type (403) */
    public void requireSearch(String type) {
        require(scopes.maySearch(type));
    }

    private static void require(boolean granted) {
        if (!granted) {
            throw new RefusedException(Refusal.SCOPE_MISSING);
        }
    }
}
