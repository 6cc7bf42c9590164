package uk.gov.warwickshire.gateway.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.ErasedPersons;
import uk.gov.warwickshire.gateway.common.ErasedPersons.Standing;
import uk.gov.warwickshire.mappings.record.Rejection;
import uk.gov.warwickshire.mappings.record.SourceRow;

/** Asks, before anything of a person is kept, whether the person was erased. */
@Component
public class ErasureCheck {

    /** Code of the finding; it names file and row, and not the person. */
    public static final String CODE = "ERASED";

    private final Optional<ErasedPersons> erased;

    ErasureCheck(ObjectProvider<ErasedPersons> erased) {
        this.erased = erased.stream().findFirst();
    }

    public Map<String, Standing> children(Collection<String> childIds) {
        return erased.map(persons -> persons.children(childIds)).orElse(Map.of());
    }

    /** As digits. */
    public Map<String, Standing> numbers(Collection<String> nhsNumbers) {
        return erased.map(persons -> persons.numbers(nhsNumbers)).orElse(Map.of());
    }

    /** Joins the caller's transaction. */
    public void returned(List<String> childIds) {
        if (!childIds.isEmpty()) {
            erased.ifPresent(persons -> persons.returned(childIds));
        }
    }

    /** The row is the source's own and leads there to the person; here no id is kept. */
    public static Rejection finding(SourceRow row, Rejection.Severity severity) {
        return new Rejection(
                row,
                Optional.empty(),
                Optional.empty(),
                severity,
                CODE,
                "This person was erased here, and nothing of the person is kept. Dispose of the record in the source"
                        + " system too, or leave it out of what is delivered.");
    }
}
