package uk.gov.warwickshire.gateway.mesh;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of a message, their names in any case. */
public record MeshHeaders(Map<String, String> values) {

    public static final String TO = "Mex-To";
    public static final String FROM = "Mex-From";
    public static final String WORKFLOW = "Mex-WorkflowID";
    public static final String LOCAL_ID = "Mex-LocalID";
    public static final String SUBJECT = "Mex-Subject";
    public static final String FILE_NAME = "Mex-FileName";
    public static final String MESSAGE_ID = "Mex-MessageID";
    public static final String MESSAGE_TYPE = "Mex-MessageType";
    public static final String CHUNK_RANGE = "Mex-Chunk-Range";
    public static final String CHECKSUM = "Mex-Content-Checksum";
    public static final String STATUS_CODE = "Mex-StatusCode";
    public static final String STATUS_EVENT = "Mex-StatusEvent";
    public static final String STATUS_SUCCESS = "Mex-StatusSuccess";
    public static final String LINKED_MESSAGE_ID = "Mex-LinkedMsgID";

    public MeshHeaders {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(values);
        values = Collections.unmodifiableMap(anyCase);
    }

    /** Empty if the header is absent or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "MeshHeaders[" + values.keySet() + "]";
    }
}
