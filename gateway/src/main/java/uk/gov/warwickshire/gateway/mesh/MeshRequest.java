package uk.gov.warwickshire.gateway.mesh;

import java.util.Map;

/**
 * One call to MESH.
 *
 * @param name for logs, without ids
 * @param path below `/messageexchange`, with query
 * @param repeatable whether a second attempt can do no harm
 */
record MeshRequest(
        String name, String method, String path, Map<String, String> headers, byte[] body, boolean repeatable) {

    private static final byte[] NOTHING = new byte[0];

    static MeshRequest get(String name, String path) {
        return new MeshRequest(name, "GET", path, Map.of(), NOTHING, true);
    }

    static MeshRequest put(String name, String path) {
        return new MeshRequest(name, "PUT", path, Map.of(), NOTHING, true);
    }

    MeshRequest with(Map<String, String> more) {
        return new MeshRequest(name, method, path, more, body, repeatable);
    }
}
