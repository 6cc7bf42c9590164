package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session after a long shift, however busy it is: a page that renews itself must not keep one open for good. */
final class SessionLife extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;

    SessionLife(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant oldest = clock.instant().minus(LONGEST);
        Optional.ofNullable(request.getSession(false))
                .filter(session ->
                        Instant.ofEpochMilli(session.getCreationTime()).isBefore(oldest))
                .ifPresent(HttpSession::invalidate);
        chain.doFilter(request, response);
    }
}
