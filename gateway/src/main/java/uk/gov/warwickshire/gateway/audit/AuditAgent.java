package uk.gov.warwickshire.gateway.audit;

import java.util.Objects;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.security.Caller;

/**
 * Who asked.
 *
 * @param clientId application, as its token names it; empty if no token could be believed
 * @param odsCode organisation it spoke for
 * @param user person, where the token names one
 * @param address network address of the caller
 */
public record AuditAgent(
        Optional<String> clientId, Optional<String> odsCode, Optional<String> user, Optional<String> address) {

    /** A caller without a token that could be believed. */
    public static AuditAgent unknown(Optional<String> address) {
        return new AuditAgent(Optional.empty(), Optional.empty(), Optional.empty(), address);
    }

    public static AuditAgent of(Caller caller) {
        return new AuditAgent(
                Optional.of(caller.clientId()), Optional.of(caller.odsCode()), caller.user(), caller.address());
    }

    public AuditAgent {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(odsCode, "odsCode");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(address, "address");
    }
}
