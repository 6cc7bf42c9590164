package uk.gov.warwickshire.mappings.cpis;

import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.profiles.ProfilePackage;

/**
 * Which statuses go to CP-IS, as far as the sources leave it to the council (cp-is.md 2, "Which DfE legal statuses").
 *
 * @param shared legal status codes that make a period of care a looked-after status at CP-IS
 * @param notShared codes that are not uploaded and that end a status which stands: short breaks. A code in neither set
 *     begins no status but lets one go on, so that a child does not vanish between two orders
 * @param visibleDays how many days after its end a status is still held; later end dates are refused (365-day error)
 * @param plansOfOtherAuthorities whether a plan that another authority is responsible for is uploaded too
 */
public record CpIsScope(Set<String> shared, Set<String> notShared, int visibleDays, boolean plansOfOtherAuthorities) {

    private static final String MAP = "dfe-legal-status-to-cp-is";

    /** Sections 31, 38 and 20; short breaks are not shared. Confirm with the council. */
    public static final CpIsScope DEFAULT = new CpIsScope(Set.of("C1", "C2", "V2"), Set.of("V3", "V4"), 365, true);

    /** As {@link #DEFAULT}, with the legal statuses as the concept map `dfe-legal-status-to-cp-is` in force has them. */
    public static CpIsScope of(ProfilePackage profiles) {
        return of(profiles, DEFAULT.visibleDays(), DEFAULT.plansOfOtherAuthorities());
    }

    /**
     * The legal statuses as the concept map `dfe-legal-status-to-cp-is` in force has them, the rest as given.
     *
     * @throws uk.gov.warwickshire.profiles.ProfileException with the line, if the map leaves out one that CP-IS states
     */
    public static CpIsScope of(ProfilePackage profiles, int visibleDays, boolean plansOfOtherAuthorities) {
        ConceptMap map = profiles.resource(ConceptMap.class, MAP);
        Set<String> shared = codes(map, "looked-after");
        if (!shared.containsAll(DEFAULT.shared())) {
            throw profiles.fault(
                    ConceptMap.class,
                    MAP,
                    "/group",
                    "C1, C2 and V2 (sections 38, 31 and 20) must be `looked-after`: CP-IS is statutory for them");
        }
        return new CpIsScope(shared, codes(map, "not-shared"), visibleDays, plansOfOtherAuthorities);
    }

    private static Set<String> codes(ConceptMap map, String meaning) {
        return map.getGroup().stream()
                .flatMap(group -> group.getElement().stream())
                .filter(element -> element.getTarget().stream().anyMatch(t -> meaning.equals(t.getCode())))
                .map(SourceElementComponent::getCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a legal status means for a looked-after status at CP-IS. */
    enum Meaning {
        NOT_SHARED,
        CONTINUES,
        UNKNOWN,
        SHARED
    }

    public CpIsScope {
        shared = Set.copyOf(shared);
        notShared = Set.copyOf(notShared);
        if (shared.stream().anyMatch(notShared::contains)) {
            throw new IllegalArgumentException("a legal status is either shared or not shared");
        }
        if (visibleDays < 0) {
            throw new IllegalArgumentException("visibleDays must not be negative");
        }
    }

    Meaning meaningOf(Coded legalStatus) {
        return LegalStatusCodes.of(legalStatus)
                .map(code -> shared.contains(code)
                        ? Meaning.SHARED
                        : notShared.contains(code) ? Meaning.NOT_SHARED : Meaning.CONTINUES)
                .orElse(Meaning.UNKNOWN);
    }
}
