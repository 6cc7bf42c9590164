package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.ChildInNeed;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.LookedAfter.Placement;

/**
 * What a legal hold can be laid on besides the child: ids as the council has them.
 *
 * @param families ids of families (`F:`) and of mothers (`M:`)
 * @param places postcodes of homes, and types of placements (the addresses of placements are never read)
 */
record RecordTies(
        Set<String> families,
        Set<String> workers,
        Set<String> teams,
        Set<String> places,
        Optional<LocalDate> firstOn,
        Optional<LocalDate> lastOn) {

    static RecordTies of(ChildRecord child) {
        List<LocalDate> days = RecordDays.of(child).toList();
        return new RecordTies(
                families(child.household()),
                workers(child),
                teams(child),
                places(child),
                days.stream().min(Comparator.naturalOrder()),
                days.stream().max(Comparator.naturalOrder()));
    }

    private static Set<String> families(Household household) {
        return sorted(Stream.concat(
                household.families().stream().map(link -> "F:" + link.familyId()),
                household.mothers().stream().map(link -> "M:" + link.motherPersonId())));
    }

    private static Set<String> workers(ChildRecord child) {
        ChildInNeed need = child.childInNeed();
        return sorted(Stream.of(
                        need.referrals().stream().map(one -> one.workerId()),
                        need.assessments().stream().map(one -> one.workerId()),
                        need.plans().stream().map(one -> one.workerId()),
                        child.childProtection().enquiries().stream().map(one -> one.workerId()),
                        child.childProtection().conferences().stream().map(one -> one.workerId()),
                        child.careLeavers().stream().map(one -> one.workerId()),
                        child.network().involvements().stream().map(one -> one.professionalId()))
                .flatMap(ids -> ids)
                .flatMap(Optional::stream));
    }

    private static Set<String> teams(ChildRecord child) {
        return sorted(Stream.of(
                        child.childInNeed().referrals().stream().map(one -> one.teamId()),
                        child.careLeavers().stream().map(one -> one.teamId()),
                        child.network().involvements().stream().map(one -> one.teamId()))
                .flatMap(ids -> ids)
                .flatMap(Optional::stream));
    }

    private static Set<String> places(ChildRecord child) {
        return sorted(Stream.concat(
                child.household().addresses().stream()
                        .flatMap(address -> address.postcode().stream())
                        .map(Places::canonical),
                child.lookedAfter().placements().stream()
                        .flatMap(placement -> types(placement))
                        .map(Places::canonical)));
    }

    private static Stream<String> types(Placement placement) {
        return placement.type().stream().flatMap(type -> type.code().stream());
    }

    private static Set<String> sorted(Stream<String> ids) {
        return ids.collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
