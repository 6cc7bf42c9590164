package uk.gov.warwickshire.gateway.rights.restriction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.RecordListener;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * Keeps a choice with its child: the register knows people by NHS number, and a child that had none when the restriction
 * was granted, or gets another, must not be sent without it.
 */
@Component
class RestrictionFollower implements RecordListener {

    private final MadeChoiceTable table;
    private final Restrictions restrictions;

    RestrictionFollower(MadeChoiceTable table, Restrictions restrictions) {
        this.table = table;
        this.restrictions = restrictions;
    }

    @Override
    public void recordsChanged(List<DerivedRecord> records) {
        Map<String, DerivedRecord> changed = records.stream()
                .collect(Collectors.toMap(derived -> derived.record().childId(), Function.identity()));
        for (MadeChoice choice : table.inForce(changed.keySet())) {
            Optional<NhsNumber> now = Optional.ofNullable(changed.get(choice.childId()))
                    .flatMap(derived -> derived.record().identity().nhsNumber());
            if (!now.equals(choice.nhsNumber())) {
                restrictions.follow(choice, now);
            }
        }
    }
}
