package uk.gov.warwickshire.mappings.trace;

import java.util.List;
import uk.gov.warwickshire.mappings.record.Rejection;

/**
 * What would become of one child's rows: the resources side by side with the source of each element. Nothing is stored or
 * sent. Holds the child's data; whoever shows it answers for who sees it.
 *
 * @param resources empty unless the outcome is {@link Outcome#MAPPED}
 * @param leftOut cells that end here, with the reason
 * @param findings what the readers have to say
 */
public record Preview(
        Outcome outcome, List<PreviewedResource> resources, List<LeftOut> leftOut, List<Rejection> findings) {

    /** How it ended. */
    public enum Outcome {
        MAPPED,
        /** A fault in a row that the child's safety hangs on: what was stored before would stay. */
        REJECTED,
        /** A mother without social-care rows of her own. */
        NOT_A_SUBJECT,
        /** No row is about this person. */
        NO_ROWS
    }

    public Preview {
        resources = List.copyOf(resources);
        leftOut = List.copyOf(leftOut);
        findings = List.copyOf(findings);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Preview[" + outcome + ", " + resources.size() + " resources]";
    }
}
