package uk.gov.warwickshire.gateway.cpis.query.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusalWording;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint.Service;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.Fault.FaultException;
import uk.gov.warwickshire.gateway.cpis.query.fhir.AnswerEncoder;

/** What the security chain refuses, in the codes of the guides. */
@Component
class SpineRefusals implements RefusalWording {

    private final AnswerEncoder encoder;

    SpineRefusals(AnswerEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public boolean covers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(Service.CP_IS.path()) || path.startsWith(Service.PATIENT_FLAGS.path());
    }

    @Override
    public byte[] body(RefusedException refused) {
        FaultException fault = fault(refused.refusal());
        return encoder.encode(fault.fault(), fault.diagnostics());
    }

    static FaultException fault(Refusal refusal) {
        Fault fault =
                switch (refusal.status()) {
                    case 400 -> Fault.INVALID_HEADER;
                    case 401 -> Fault.INVALID_TOKEN;
                    case 429 -> Fault.TOO_MANY_REQUESTS;
                    case 503 -> Fault.UNAVAILABLE;
                    default -> Fault.ACCESS_DENIED;
                };
        return fault.because(refusal.sentence());
    }
}
