package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looking for the form's token reads the whole upload to disk: that is done only for someone who has signed in. */
final class UploadGuard extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean uploads = Optional.ofNullable(request.getContentType())
                .map(type -> type.startsWith("multipart/"))
                .orElse(false);
        if (uploads && !isSignedIn()) {
            response.sendRedirect("/console/sign-in");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(person -> person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken))
                .orElse(false);
    }
}
