package uk.gov.warwickshire.gateway.ops.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a page answers when there is nothing to show, or nothing for this person. */
public final class ConsoleProblems {

    private ConsoleProblems() {}

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    public static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    /** More is asked at once than this gateway gives. */
    public static ResponseStatusException busy() {
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
