package uk.gov.warwickshire.gateway.ops.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a page answers when there is nothing to show. */
final class ConsoleProblems {

    private ConsoleProblems() {}

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
