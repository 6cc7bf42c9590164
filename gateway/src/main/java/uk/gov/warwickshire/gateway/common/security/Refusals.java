package uk.gov.warwickshire.gateway.common.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a refusal on record, counts it and answers it. What cannot be put on record is answered by 503. */
@Component
class Refusals {

    private final RefusalWriter writer;
    private final RefusalRecorder recorder;
    private final CallLimits limits;
    private final MeterRegistry meters;

    Refusals(RefusalWriter writer, RefusalRecorder recorder, CallLimits limits, MeterRegistry meters) {
        this.writer = writer;
        this.recorder = recorder;
        this.limits = limits;
        this.meters = meters;
    }

    /** @param caller empty if no token could be believed */
    void answer(
            RefusedException refused, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RefusedException said = recorded(refused, caller, request);
        meters.counter("gateway.refused.calls", "code", said.refusal().code()).increment();
        writer.write(said, request, response);
    }

    private RefusedException recorded(RefusedException refused, Optional<Caller> caller, HttpServletRequest request) {
        try {
            if (caller.isEmpty()) {
                limits.countBadToken(Optional.ofNullable(request.getRemoteAddr()));
            }
            boolean noted = refused.refusal() != Refusal.TOO_MANY_REQUESTS
                    || caller.map(Caller::odsCode).filter(limits::isToBeNoted).isPresent();
            if (noted) {
                recorder.record(request, caller, refused.refusal());
            }
            return refused;
        } catch (RefusedException tooMany) {
            // While the issuer does not answer, that is what the caller is to hear however often it asks.
            return refused.refusal() == Refusal.ISSUER_UNAVAILABLE ? refused : tooMany;
        } catch (RuntimeException cannotRecord) {
            return new RefusedException(Refusal.AUDIT_UNAVAILABLE);
        }
    }
}
