package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.http.HttpServletRequest;

/** Finds out who makes a request that has passed a security chain. */
public interface Callers {

    /** @throws RefusedException if there is no token, or it names no organisation (401), or a header is bad (400) */
    Caller of(HttpServletRequest request);
}
