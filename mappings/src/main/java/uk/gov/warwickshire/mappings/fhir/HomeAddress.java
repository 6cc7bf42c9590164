package uk.gov.warwickshire.mappings.fhir;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;

/**
 * The one address that may leave: the open home address of a child that is neither restricted nor looked after. Where a
 * looked-after child lives is the most dangerous datum of all, and case systems keep it among the addresses.
 */
final class HomeAddress {

    /** SSD knows `Home`, `Primary Address`, `Placement`; anything but the first two is kept back. */
    private static final Pattern HOME = Pattern.compile("(?i).*\\b(home|primary|main|permanent)\\b.*|y");

    private static final Pattern CARE = Pattern.compile("(?i).*(placement|foster|carer|care home|children|refuge).*");

    private HomeAddress() {}

    static Optional<Household.Address> of(ChildRecord child) {
        boolean lookedAfter = child.lookedAfter().episodes().stream()
                        .anyMatch(episode -> episode.period().end().isEmpty())
                || child.lookedAfter().placements().stream()
                        .anyMatch(placement -> placement.period().end().isEmpty());
        if (child.identity().restricted() || lookedAfter) {
            return Optional.empty();
        }
        return child.household().addresses().stream()
                .filter(address -> address.period().end().isEmpty())
                .filter(HomeAddress::isHome)
                .max(Comparator.comparing(address -> address.period().start().orElse(LocalDate.MIN)));
    }

    private static boolean isHome(Household.Address address) {
        return address.type()
                .map(type -> HOME.matcher(type.text()).matches()
                        && !CARE.matcher(type.text()).matches())
                .orElse(true);
    }
}
