package uk.gov.warwickshire.gateway.rights.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What retention has to know of a child, and nothing that tells who it is.
 *
 * @param birth the day of birth; empty for an unborn child and where the source has none
 * @param adoptionOrder the day a period of care ended with adoption
 * @param lastContact the last day on which anything happened
 * @param rowsMissing rows of this child were rejected: what is known is not all there is
 */
public record RetentionFacts(
        Optional<LocalDate> birth,
        Optional<LocalDate> death,
        Optional<LocalDate> adoptionOrder,
        Optional<LocalDate> lastContact,
        Map<Service, Span> services,
        boolean rowsMissing) {
    public RetentionFacts {
        services = Map.copyOf(services);
    }

    Optional<Span> span(Service service) {
        return Optional.ofNullable(services.get(service));
    }

    Set<Service> open() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().isOpen())
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    Optional<LocalDate> lastClosure() {
        return services.values().stream()
                .flatMap(span -> span.closed().stream())
                .max(Comparator.naturalOrder());
    }

    /** The latest day there is of any kind: what is not known cannot be later than the longest that can be defended. */
    Optional<LocalDate> latest() {
        return Stream.of(
                        birth.stream(),
                        death.stream(),
                        adoptionOrder.stream(),
                        lastContact.stream(),
                        services.values().stream().flatMap(Span::days))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder());
    }
}
