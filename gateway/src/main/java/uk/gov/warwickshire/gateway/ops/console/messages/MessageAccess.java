package uk.gov.warwickshire.gateway.ops.console.messages;

import jakarta.servlet.http.HttpServletRequest;
import uk.gov.warwickshire.gateway.ops.console.ConsoleProblems;
import uk.gov.warwickshire.gateway.ops.console.ConsoleRole;

/** Who may act on messages. Looking is for more people than acting. */
final class MessageAccess {

    private MessageAccess() {}

    static void requireEngineer(HttpServletRequest request) {
        if (!request.isUserInRole(ConsoleRole.ENGINEER.name())) {
            throw ConsoleProblems.forbidden();
        }
    }
}
