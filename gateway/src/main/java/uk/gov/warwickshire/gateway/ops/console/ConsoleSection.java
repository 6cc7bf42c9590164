package uk.gov.warwickshire.gateway.ops.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * An entry of the navigation. Each page's configuration gives one as a bean, ordered by `@Order`.
 *
 * @param title as people read it
 * @param path begins with `/console`
 * @param roles one of which opens it; empty: everyone who is signed in
 */
public record ConsoleSection(String title, String path, Set<ConsoleRole> roles) {
    public ConsoleSection {
        roles = Set.copyOf(roles);
        if (!path.startsWith("/console")) {
            throw new IllegalArgumentException("not a path of the console: " + path);
        }
    }

    /** Whether the person behind the request may open it. */
    public boolean isOpenTo(HttpServletRequest request) {
        return request.getUserPrincipal() != null
                && (roles.isEmpty() || roles.stream().anyMatch(role -> request.isUserInRole(role.name())));
    }

    /** Whether a page at `current` belongs to it. */
    public boolean holds(String current) {
        return path.equals("/console") ? current.equals(path) : (current + "/").startsWith(path + "/");
    }
}
