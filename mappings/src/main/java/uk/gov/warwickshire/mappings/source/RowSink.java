package uk.gov.warwickshire.mappings.source;

import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * Takes what a reader finds, in the order of the file: every row of the file arrives as a row or in a finding.
 *
 * @param <E> what the sink itself may throw; it ends the reading
 */
public interface RowSink<T, E extends Exception> {

    void row(T row) throws E;

    void finding(Rejection finding) throws E;
}
