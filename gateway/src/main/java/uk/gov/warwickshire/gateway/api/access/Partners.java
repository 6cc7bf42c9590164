package uk.gov.warwickshire.gateway.api.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.gateway.common.security.Caller;
import uk.gov.warwickshire.gateway.common.security.Refusal;
import uk.gov.warwickshire.gateway.common.security.RefusedException;
import uk.gov.warwickshire.gateway.disclosure.Agreement;
import uk.gov.warwickshire.gateway.disclosure.CurrentTerms;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule;
import uk.gov.warwickshire.gateway.disclosure.DisclosurePolicy;
import uk.gov.warwickshire.gateway.disclosure.Terms;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * Which agreements let an organisation ask, and for what purpose. An organisation must be named: in an agreement, or as the
 * one that runs a region of the Integrated Care Record. An agreement with whoever serves a destination names nobody.
 */
@Component
class Partners {

    /** Days begin and end where the council is. */
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final CurrentTerms terms;
    private final Map<Destination, String> regions;
    private final Clock clock;

    Partners(CurrentTerms terms, GatewaySettings settings, Clock clock) {
        this.terms = terms;
        this.clock = clock;
        this.regions = settings.icr().regions().entrySet().stream()
                .filter(region -> region.getValue().odsCode().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        region -> Destination.icr(region.getKey()),
                        region -> region.getValue().odsCode().orElseThrow()));
    }

    /** @throws RefusedException without an agreement in force, for a purpose it does not name, or for an override it forbids */
    Admission admit(Caller caller) {
        Terms now = terms.now();
        Map<Destination, List<Agreement>> known = terms(now, caller.odsCode());
        if (known.isEmpty()) {
            throw new RefusedException(Refusal.NO_AGREEMENT);
        }
        String purpose = purpose(caller, known.values());
        Map<Destination, List<Agreement>> agreed = new LinkedHashMap<>();
        known.forEach((destination, all) -> {
            List<Agreement> forPurpose = all.stream()
                    .filter(agreement -> agreement.purpose().equals(purpose))
                    .toList();
            if (!forPurpose.isEmpty()) {
                agreed.put(destination, forPurpose);
            }
        });
        Admission admission = new Admission(purpose, agreed);
        if (caller.breakGlassReason().isPresent() && !mayBreakGlass(now.policy(), admission)) {
            throw new RefusedException(Refusal.BREAK_GLASS_NOT_AGREED);
        }
        return admission;
    }

    private Map<Destination, List<Agreement>> terms(Terms now, String odsCode) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Stream<Destination> asRegion = regions.entrySet().stream()
                .filter(region -> region.getValue().equals(odsCode))
                .map(Map.Entry::getKey);
        Map<Destination, List<Agreement>> found = new LinkedHashMap<>();
        Stream.concat(now.agreements().destinationsNaming(odsCode, today).stream(), asRegion)
                // CP-IS has an interface of its own, with rules of its own.
                .filter(destination -> !destination.equals(Destination.CP_IS))
                .filter(destination -> now.policy().ruleFor(destination).isPresent())
                .distinct()
                .forEach(destination -> {
                    List<Agreement> inForce = now.agreements().inForce(destination, Optional.of(odsCode), today);
                    if (!inForce.isEmpty()) {
                        found.put(destination, inForce);
                    }
                });
        return found;
    }

    private static String purpose(Caller caller, Collection<List<Agreement>> agreements) {
        Set<String> agreed = agreements.stream()
                .flatMap(List::stream)
                .map(Agreement::purpose)
                .collect(Collectors.toUnmodifiableSet());
        Optional<String> stated = caller.statedPurpose().map(Purposes::word);
        if (stated.isEmpty() && agreed.size() > 1) {
            throw new RefusedException(Refusal.PURPOSE_REQUIRED);
        }
        String purpose = stated.orElseGet(() -> agreed.iterator().next());
        if (!agreed.contains(purpose)) {
            throw new RefusedException(Refusal.PURPOSE_NOT_AGREED);
        }
        return purpose;
    }

    private static boolean mayBreakGlass(DisclosurePolicy policy, Admission admission) {
        boolean forCare = admission.terms().keySet().stream()
                .map(policy::ruleFor)
                .flatMap(Optional::stream)
                .noneMatch(DestinationRule::beyondIndividualCare);
        return forCare && admission.allowsBreakGlass();
    }
}
