package uk.gov.warwickshire.gateway.mesh;

import java.util.Optional;

/**
 * MESH tells what became of an earlier message (opt-out-and-mesh.md 8).
 *
 * @param linkedMessageId the message it speaks of
 * @param localId the local id of that message
 * @param code of {@link MeshErrorCode}; `00` is success
 */
public record MeshReport(Optional<String> linkedMessageId, Optional<String> localId, String code, boolean failed) {

    private static final String REPORT = "REPORT";
    private static final String FINE = "00";

    static Optional<MeshReport> of(MeshHeaders headers) {
        return headers.get(MeshHeaders.MESSAGE_TYPE)
                .filter(REPORT::equalsIgnoreCase)
                .map(type -> read(headers));
    }

    /** What went wrong in our words; the description MESH gives is not repeated. */
    public String words() {
        return MeshProblem.wordsFor(code);
    }

    private static MeshReport read(MeshHeaders headers) {
        String code = headers.get(MeshHeaders.STATUS_CODE)
                .filter(value -> value.matches("[A-Za-z0-9-]{1,12}"))
                .orElse("unknown");
        boolean saysError = headers.get(MeshHeaders.STATUS_SUCCESS)
                .filter("ERROR"::equalsIgnoreCase)
                .isPresent();
        return new MeshReport(
                headers.get(MeshHeaders.LINKED_MESSAGE_ID),
                headers.get(MeshHeaders.LOCAL_ID),
                code,
                saysError || !FINE.equals(code));
    }
}
