package uk.gov.warwickshire.gateway.mesh;

import java.util.Optional;

/** A call to MESH that came to nothing. Holds nothing of any message. */
public final class MeshException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private enum Kind {
        NOT_REACHED,
        NO_ANSWER,
        UNUSABLE_ANSWER,
        REFUSAL
    }

    private final Kind kind;
    private final transient Optional<MeshProblem> problem;

    private MeshException(Kind kind, String words, Optional<MeshProblem> problem) {
        super(words, null, false, false);
        this.kind = kind;
        this.problem = problem;
    }

    /** MESH answered, and not with success. */
    static MeshException answered(String call, MeshProblem problem) {
        return new MeshException(Kind.REFUSAL, call + ": " + problem.words(), Optional.of(problem));
    }

    /** The connection could not be made: MESH has seen nothing. */
    static MeshException notReached(String call, Exception cause) {
        String words = call + ": no connection, " + cause.getClass().getSimpleName();
        return new MeshException(Kind.NOT_REACHED, words, Optional.empty());
    }

    /** The connection broke or timed out: MESH may or may not have acted. */
    static MeshException noAnswer(String call, String why) {
        return new MeshException(Kind.NO_ANSWER, call + ": " + why, Optional.empty());
    }

    /** The answer made no sense: MESH may or may not have acted. */
    static MeshException unusable(String call, String why) {
        return new MeshException(Kind.UNUSABLE_ANSWER, call + ": " + why, Optional.empty());
    }

    /** Words without personal data. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Empty if there was no answer. */
    public Optional<MeshProblem> problem() {
        return problem;
    }

    /** HTTP status, or 0 if there was no answer. */
    public int status() {
        return problem.map(MeshProblem::status).orElse(0);
    }

    /** Whether MESH may have seen the request. */
    public boolean mayHaveReached() {
        return kind != Kind.NOT_REACHED;
    }

    /** Whether the same call may succeed later without anyone changing anything. */
    public boolean isWorthTryingLater() {
        int status = status();
        return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
    }

    /** Whether only this message is concerned, so that the next call may well succeed. */
    boolean concernsOneMessage() {
        return kind == Kind.UNUSABLE_ANSWER || (kind == Kind.REFUSAL && !isWorthTryingLater() && status() != 403);
    }
}
