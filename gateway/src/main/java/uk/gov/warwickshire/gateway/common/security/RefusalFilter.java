package uk.gov.warwickshire.gateway.common.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of the partners' chain: turns every refusal of the chain into an OperationOutcome that is on record. */
final class RefusalFilter extends OncePerRequestFilter {

    private final Refusals refusals;

    RefusalFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RefusedByChain refused) {
            refusals.answer(refused.refusal(), refused.caller(), request, response);
        } catch (AuthenticationServiceException issuerUnreachable) {
            refusals.answer(new RefusedException(Refusal.ISSUER_UNAVAILABLE), Optional.empty(), request, response);
        }
    }
}
