package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;

/** How an interface with error codes of its own words the refusals of the security chain. */
public interface RefusalWording {

    /** Whether the request is one of that interface. */
    boolean covers(HttpServletRequest request);

    /** An OperationOutcome as JSON; it says nothing of what was asked. */
    byte[] body(RefusedException refused);
}
