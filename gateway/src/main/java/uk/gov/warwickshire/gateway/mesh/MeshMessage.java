package uk.gov.warwickshire.gateway.mesh;

import java.util.Optional;

/**
 * A message from an inbox, whole and uncompressed.
 *
 * @param body empty for a report
 */
public record MeshMessage(String id, MeshHeaders headers, byte[] body) {

    public Optional<String> from() {
        return headers.get(MeshHeaders.FROM);
    }

    public Optional<String> workflow() {
        return headers.get(MeshHeaders.WORKFLOW);
    }

    /** The id its sender gave it; a reply repeats the id of what it answers. */
    public Optional<String> localId() {
        return headers.get(MeshHeaders.LOCAL_ID);
    }

    public Optional<String> subject() {
        return headers.get(MeshHeaders.SUBJECT);
    }

    /** Present if MESH itself reports on an earlier message; then there is no body to read. */
    public Optional<MeshReport> report() {
        return MeshReport.of(headers);
    }

    @Override
    public String toString() {
        return "MeshMessage[" + id + "]";
    }
}
