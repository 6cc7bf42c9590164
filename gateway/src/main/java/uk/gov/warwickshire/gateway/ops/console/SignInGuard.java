package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets no further password be tried after too many wrong ones: not even the right one, or trying on would tell it. */
final class SignInGuard extends OncePerRequestFilter {

    private static final int LONGEST_NAME = 200;

    private final SignInAttempts attempts;

    SignInGuard(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tries =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/console/sign-in");
        if (tries && attempts.isLocked(name(request), request.getRemoteAddr())) {
            response.sendRedirect("/console/sign-in?locked");
            return;
        }
        chain.doFilter(request, response);
    }

    /** As it is counted: case and surplus length do not make another. */
    static String name(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getParameter("username")).orElse("");
        return given.substring(0, Math.min(given.length(), LONGEST_NAME))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
