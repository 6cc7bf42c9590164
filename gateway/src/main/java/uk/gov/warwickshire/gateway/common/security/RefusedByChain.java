package uk.gov.warwickshire.gateway.common.security;

import java.util.Optional;

/** Carries a refusal of the security chain to its first filter, past those that would make something else of it. */
final class RefusedByChain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusedException refusal;
    private final transient Optional<Caller> caller;

    RefusedByChain(RefusedException refusal, Optional<Caller> caller) {
        super(refusal.refusal().code(), null, false, false);
        this.refusal = refusal;
        this.caller = caller;
    }

    RefusedException refusal() {
        return refusal;
    }

    Optional<Caller> caller() {
        return caller;
    }
}
