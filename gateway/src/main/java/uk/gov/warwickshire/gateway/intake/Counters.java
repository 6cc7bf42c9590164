package uk.gov.warwickshire.gateway.intake;

/**
 * What has become of the children of a batch. Received is the sum of the others once the batch is finished.
 *
 * @param rows rows read so far
 */
public record Counters(long received, long changed, long unchanged, long rejected, long rows) {
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0);

    public Counters plus(Counters other) {
        return new Counters(
                received + other.received,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected,
                rows + other.rows);
    }

    public static Counters ofRows(long rows) {
        return new Counters(0, 0, 0, 0, rows);
    }

    /** Each child counts as received and as one of the three. */
    public static Counters ofChildren(long changed, long unchanged, long rejected) {
        return new Counters(changed + unchanged + rejected, changed, unchanged, rejected, 0);
    }
}
