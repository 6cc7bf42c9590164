package uk.gov.warwickshire.gateway.intake.child;

import java.util.List;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Rejection;

/** What the sources of a child come to together. */
sealed interface Joined {

    /**
     * One record.
     *
     * @param findings those that belong to this batch
     * @param rowsHaveFindings reading the rows of the dataset again would give findings again
     */
    record Record(ChildRecord child, List<Rejection> findings, boolean rowsHaveFindings) implements Joined {
        public Record {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing of what was delivered is taken. */
    record Rejected(List<Rejection> findings) implements Joined {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** No source shows social care of this person. */
    record NoSubject() implements Joined {}
}
