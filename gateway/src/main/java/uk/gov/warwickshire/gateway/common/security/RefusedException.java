package uk.gov.warwickshire.gateway.common.security;

import java.util.List;
import java.util.Optional;

/** A call that is not answered; becomes an OperationOutcome. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<String> reasons;
    private final transient Optional<Long> retryAfterSeconds;

    public RefusedException(Refusal refusal) {
        this(refusal, List.of(), Optional.empty());
    }

    /** @param reasons codes that the caller may know, e.g. why something is withheld */
    public RefusedException(Refusal refusal, List<String> reasons) {
        this(refusal, reasons, Optional.empty());
    }

    RefusedException(Refusal refusal, List<String> reasons, Optional<Long> retryAfterSeconds) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.reasons = List.copyOf(reasons);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<String> reasons() {
        return reasons;
    }

    /** Of a refusal that passes by itself. */
    public Optional<Long> retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
