package uk.gov.warwickshire.mappings.cpis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * One entry for each NHS number.
 *
 * @param persons what to hold, one for each number
 * @param conflicting those whose number two different people of the council carry: left out, because a wrong match flags
 *     the wrong child (cp-is.md 7), and for a person to settle
 */
public record CpIsPersons(List<CpIsPerson> persons, List<CpIsPerson> conflicting) {

    public CpIsPersons {
        persons = List.copyOf(persons);
        conflicting = List.copyOf(conflicting);
    }

    public static CpIsPersons byNumber(Collection<CpIsPerson> all) {
        Map<NhsNumber, List<CpIsPerson>> grouped = new LinkedHashMap<>();
        for (CpIsPerson person : all) {
            grouped.computeIfAbsent(person.subject().nhsNumber(), number -> new ArrayList<>())
                    .add(person);
        }
        List<CpIsPerson> persons = new ArrayList<>();
        List<CpIsPerson> conflicting = new ArrayList<>();
        for (List<CpIsPerson> group : grouped.values()) {
            long people =
                    group.stream().map(p -> p.subject().localId()).distinct().count();
            if (people > 1) {
                conflicting.addAll(group);
            } else {
                group.stream().reduce(CpIsPerson::mergedWith).ifPresent(persons::add);
            }
        }
        return new CpIsPersons(persons, conflicting);
    }
}
