package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Last of the partners' chain: who calls, with which certificate, and how often. */
final class AdmissionFilter extends OncePerRequestFilter {

    private final Callers callers;
    private final CallLimits limits;

    AdmissionFilter(Callers callers, CallLimits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    /** What needs no token passes without a caller. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = caller(request);
        try {
            limits.count(caller.odsCode());
        } catch (RefusedException refused) {
            throw new RefusedByChain(refused, Optional.of(caller));
        }
        caller.requestId().ifPresent(id -> response.setHeader("X-Request-ID", id));
        chain.doFilter(request, response);
    }

    private Caller caller(HttpServletRequest request) {
        try {
            return callers.of(request);
        } catch (RefusedException refused) {
            throw new RefusedByChain(refused, Optional.empty());
        }
    }
}
