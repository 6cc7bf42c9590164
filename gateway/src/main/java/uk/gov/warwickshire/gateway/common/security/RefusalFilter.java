package uk.gov.warwickshire.gateway.common.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * First of the partners' chain: turns every refusal of the chain into an OperationOutcome, counts it and puts it on record.
 * What cannot be put on record is answered by 503.
 */
final class RefusalFilter extends OncePerRequestFilter {

    private final RefusalWriter writer;
    private final RefusalRecorder recorder;
    private final CallLimits limits;
    private final MeterRegistry meters;

    RefusalFilter(RefusalWriter writer, RefusalRecorder recorder, CallLimits limits, MeterRegistry meters) {
        this.writer = writer;
        this.recorder = recorder;
        this.limits = limits;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RefusedByChain refused) {
            answer(recorded(request, refused), request, response);
        } catch (AuthenticationServiceException issuerUnreachable) {
            answer(new RefusedException(Refusal.ISSUER_UNAVAILABLE), request, response);
        }
    }

    private RefusedException recorded(HttpServletRequest request, RefusedByChain refused) {
        RefusedException refusal = refused.refusal();
        try {
            if (refused.caller().isEmpty()) {
                limits.countBadToken(Optional.ofNullable(request.getRemoteAddr()));
                recorder.record(request, refused.caller(), refusal.refusal());
            } else if (refusal.refusal() != Refusal.TOO_MANY_REQUESTS
                    || limits.isToBeNoted(refused.caller().orElseThrow().odsCode())) {
                recorder.record(request, refused.caller(), refusal.refusal());
            }
            return refusal;
        } catch (RefusedException tooMany) {
            return tooMany;
        } catch (RuntimeException cannotRecord) {
            return new RefusedException(Refusal.AUDIT_UNAVAILABLE);
        }
    }

    private void answer(RefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        meters.counter("gateway.refused.calls", "code", refused.refusal().code())
                .increment();
        writer.write(refused, request, response);
    }
}
