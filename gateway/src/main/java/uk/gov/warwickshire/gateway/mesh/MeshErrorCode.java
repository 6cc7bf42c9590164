package uk.gov.warwickshire.gateway.mesh;

import java.util.Arrays;
import java.util.Optional;

/** Error codes of MESH in plain words (opt-out-and-mesh.md 8). */
public enum MeshErrorCode {
    DATA_FILE_MISSING("02", "the message had no content"),
    MALFORMED_HEADERS("06", "a header of the message was malformed"),
    FROM_MISMATCH("07", "the sender named in the message is not the mailbox that sent it"),
    NO_RECIPIENT("08", "no recipient was named"),
    WRONG_MESSAGE_TYPE("11", "the type of message is not one MESH carries"),
    UNREGISTERED_RECIPIENT("12", "no mailbox is registered under the recipient's id"),
    UNDELIVERED("14", "the recipient did not collect the message in five days"),
    BAD_CP_IS_FILE("15", "CP-IS could not read the file"),
    SENDER_NOT_ALLOWED("16", "this mailbox may not send to that recipient"),
    WORKFLOW_NOT_REGISTERED("17", "the workflow is not registered for the mailbox");

    private final String code;
    private final String words;

    MeshErrorCode(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public static Optional<MeshErrorCode> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}
