package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.gov.warwickshire.mappings.record.CareLeaver;
import uk.gov.warwickshire.mappings.record.ChildInNeed.Referral;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.LookedAfter.Episode;
import uk.gov.warwickshire.mappings.record.Period;

/** Reads a child's record for what retention has to know. */
final class RecordFacts {

    /** SSDA903 reasons why an episode ceased: adopted, application unopposed, or consent dispensed with. */
    private static final Set<String> ADOPTED = Set.of("E11", "E12");

    private RecordFacts() {}

    static RetentionFacts of(ChildRecord child) {
        Map<Service, Span> services = new EnumMap<>(Service.class);
        inNeed(child, services);
        protection(child, services);
        lookedAfter(child, services);
        leavers(child, services);
        Optional<LocalDate> adopted = adoption(child);
        adopted.ifPresent(day -> services.put(Service.ADOPTION, new Span(adopted, adopted)));
        Optional<LocalDate> death = child.person().deathDate();
        death.ifPresent(day -> services.put(Service.DIED, new Span(death, death)));
        return new RetentionFacts(
                child.person().birthDate(),
                death,
                adopted,
                RecordDays.of(child).max(Comparator.naturalOrder()),
                services,
                child.missingRows() > 0);
    }

    private static void inNeed(ChildRecord child, Map<Service, Span> services) {
        List<Referral> referrals = child.childInNeed().referrals();
        List<Period> contacts = new ArrayList<>();
        List<Period> accepted = new ArrayList<>();
        referrals.forEach(
                referral -> (referral.noFurtherAction().orElse(false) ? contacts : accepted).add(referral.period()));
        child.childInNeed().plans().forEach(plan -> accepted.add(plan.period()));
        put(Service.CONTACT, contacts, services);
        put(Service.CHILD_IN_NEED, accepted, services);
        put(
                Service.ASSESSMENT,
                child.childInNeed().assessments().stream()
                        .map(assessment -> assessment.period())
                        .toList(),
                services);
    }

    private static void protection(ChildRecord child, Map<Service, Span> services) {
        List<Period> periods = new ArrayList<>();
        child.childProtection().enquiries().forEach(enquiry -> periods.add(enquiry.period()));
        child.childProtection().plans().forEach(plan -> periods.add(plan.period()));
        child.childProtection().conferences().stream()
                .flatMap(conference -> conference.held().stream())
                .forEach(day -> periods.add(new Period(Optional.of(day), Optional.of(day))));
        put(Service.CHILD_PROTECTION, periods, services);
    }

    private static void lookedAfter(ChildRecord child, Map<Service, Span> services) {
        put(
                Service.LOOKED_AFTER,
                Stream.concat(
                                child.lookedAfter().episodes().stream().map(Episode::period),
                                child.lookedAfter().placements().stream().map(placement -> placement.period()))
                        .toList(),
                services);
    }

    /** A care leaver's rows have no end; the last day somebody was in touch stands for it. */
    private static void leavers(ChildRecord child, Map<Service, Span> services) {
        if (!child.careLeavers().isEmpty()) {
            Optional<LocalDate> contact = child.careLeavers().stream()
                    .flatMap(leaver -> last(leaver).stream())
                    .max(Comparator.naturalOrder());
            services.put(Service.CARE_LEAVER, new Span(Optional.empty(), contact));
        }
    }

    private static Optional<LocalDate> last(CareLeaver leaver) {
        return Stream.concat(leaver.latestContact().stream(), leaver.pathwayPlanReview().stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> adoption(ChildRecord child) {
        return child.lookedAfter().episodes().stream()
                .filter(episode -> episode.ceasedReason()
                        .flatMap(Coded::code)
                        .filter(ADOPTED::contains)
                        .isPresent())
                .flatMap(episode -> episode.period().end().stream())
                .max(Comparator.naturalOrder());
    }

    private static void put(Service service, Collection<Period> periods, Map<Service, Span> services) {
        if (!periods.isEmpty()) {
            boolean open = periods.stream().anyMatch(period -> period.end().isEmpty());
            services.put(
                    service,
                    new Span(
                            periods.stream().flatMap(p -> p.start().stream()).min(Comparator.naturalOrder()),
                            open
                                    ? Optional.empty()
                                    : periods.stream()
                                            .flatMap(p -> p.end().stream())
                                            .max(Comparator.naturalOrder())));
        }
    }
}
