package uk.gov.warwickshire.gateway.api.problem;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;

/** A request that is not answered. Never carries a value that the caller sent, since it may be personal. */
public final class ApiProblem extends BaseServerResponseException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 64;

    private final ProblemCode code;
    private final String diagnostics;
    private final boolean recorded;

    private ApiProblem(ProblemCode code, String diagnostics, boolean recorded) {
        super(code.status(), code.code());
        this.code = code;
        this.diagnostics = diagnostics;
        this.recorded = recorded;
    }

    public static ApiProblem of(ProblemCode code) {
        return new ApiProblem(code, "", false);
    }

    /** Of a request that is in the audit already. */
    public static ApiProblem recorded(ProblemCode code) {
        return new ApiProblem(code, "", true);
    }

    /** @param detail a sentence of our own; nothing the caller sent */
    public static ApiProblem of(ProblemCode code, String detail) {
        return new ApiProblem(code, detail, false);
    }

    /** Names the parameter, as far as it looks like one. */
    public static ApiProblem ofParameter(ProblemCode code, String parameter) {
        return ofParameter(code, parameter, "");
    }

    /** @param remedy a sentence of our own */
    public static ApiProblem ofParameter(ProblemCode code, String parameter, String remedy) {
        return new ApiProblem(code, ("Parameter: " + name(parameter) + ". " + remedy).strip(), false);
    }

    public ProblemCode code() {
        return code;
    }

    public boolean isRecorded() {
        return recorded;
    }

    public Optional<String> diagnostics() {
        return Optional.of(diagnostics).filter(text -> !text.isEmpty());
    }

    /** Thrown to be answered, not to be traced. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String name(String parameter) {
        String safe = parameter.replaceAll("[^A-Za-z0-9_.:$-]", "?");
        return safe.length() <= LONGEST_NAME ? safe : safe.substring(0, LONGEST_NAME) + "...";
    }
}
