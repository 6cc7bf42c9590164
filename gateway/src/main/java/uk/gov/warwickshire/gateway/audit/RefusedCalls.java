package uk.gov.warwickshire.gateway.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusalRecorder;

/** Audits calls that were refused before they reached a room. */
@Component
class RefusedCalls implements RefusalRecorder {

    private static final List<String> BASES = List.of("/fhir/R4", "/cp-is/FHIR/R4", "/patient-flags-api/FHIR/R4");
    private static final int LONGEST_PATH = 2000;

    private final AuditTrail trail;

    RefusedCalls(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void record(HttpServletRequest request, Optional<Caller> caller, Refusal refusal) {
        AuditAgent agent = caller.map(AuditAgent::of)
                .orElseGet(() -> AuditAgent.unknown(Optional.ofNullable(request.getRemoteAddr())));
        trail.record(AuditEntry.of(AuditKind.ALERT, "rest", base(request.getRequestURI()), agent)
                .outcome(AuditOutcome.refused(refusal.code()))
                .purpose(caller.flatMap(Caller::statedPurpose))
                .query(Optional.of(asked(request)))
                .requestId(caller.flatMap(Caller::requestId))
                .build());
    }

    private static String asked(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        String asked = request.getMethod() + " " + request.getRequestURI() + query;
        return asked.substring(0, Math.min(asked.length(), LONGEST_PATH));
    }

    private static String base(String path) {
        return BASES.stream().filter(path::startsWith).findFirst().orElse("/");
    }
}
