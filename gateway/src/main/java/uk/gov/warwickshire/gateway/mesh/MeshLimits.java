package uk.gov.warwickshire.gateway.mesh;

/**
 * Sizes a client keeps to.
 *
 * @param pageSize messages listed at once; MESH allows 10 to 5000
 * @param chunkBytes a larger message is sent in chunks of this size before compression
 * @param maxMessageBytes a larger message is not taken; it stays in the inbox and the poll shows it as failed
 */
record MeshLimits(int pageSize, int chunkBytes, long maxMessageBytes) {

    private static final int MIB = 1 << 20;

    static final MeshLimits STANDARD = new MeshLimits(500, 75 * MIB, 64L * MIB);
}
