package uk.gov.warwickshire.gateway.mesh;

import java.util.Optional;

/**
 * What MESH knows of a message we sent. Collected by the recipient does not mean processed.
 *
 * @param status MESH's own word, such as `accepted` or `acknowledged`
 * @param errorCode of {@link MeshErrorCode}, if it failed
 */
public record Tracking(String status, Optional<String> errorCode) {}
