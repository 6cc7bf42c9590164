package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Rejection;

/** What became of the rows of one person. */
public sealed interface ReadOutcome {

    /** A record; the findings say what was left out of it or looked odd. */
    record Accepted(ChildRecord child, List<Rejection> findings) implements ReadOutcome {
        public Accepted {
            findings = List.copyOf(findings);
        }
    }

    /** No record: what was stored of the child before stays. At least one finding is of severity CHILD_REJECTED. */
    record RejectedChild(List<Rejection> findings) implements ReadOutcome {
        public RejectedChild {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(f -> f.severity() == Rejection.Severity.CHILD_REJECTED)) {
                throw new IllegalArgumentException("a rejected child needs its reason");
            }
        }
    }

    /** Nothing is wrong, but the person is not one the council holds a social-care record of: a mother, say. */
    record NotASubject(String reason) implements ReadOutcome {}
}
