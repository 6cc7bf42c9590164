package uk.gov.warwickshire.gateway.intake;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What callers of the intake are told when something is wrong, as RFC 9457 has it. */
@RestControllerAdvice(assignableTypes = IntakeController.class)
class IntakeProblems extends ResponseEntityExceptionHandler {

    static ErrorResponseException unknownFormat() {
        return problem(HttpStatus.NOT_FOUND, "There are ssd, identity, directory, choices and cin-census.");
    }

    static ErrorResponseException noBatch() {
        return problem(HttpStatus.NOT_FOUND, "There is no batch with this id.");
    }

    static ErrorResponseException emptyBody() {
        return problem(HttpStatus.BAD_REQUEST, "The body is empty.");
    }

    @ExceptionHandler
    ProblemDetail tooLarge(TooLargeException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONTENT_TOO_LARGE, "The file is " + e.getMessage() + "; nothing of it was kept.");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
