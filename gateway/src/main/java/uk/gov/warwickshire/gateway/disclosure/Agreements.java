package uk.gov.warwickshire.gateway.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * All data sharing agreements, as they were read at start.
 *
 * @param version declared version and hash of the content
 */
public record Agreements(String version, List<Agreement> all) {

    public Agreements {
        all = List.copyOf(all);
    }

    /** Agreements in force on this day with this recipient; without an organisation, with whoever serves the destination. */
    public List<Agreement> inForce(Destination destination, Optional<String> recipientOds, LocalDate day) {
        return with(destination, recipientOds).stream()
                .filter(agreement -> agreement.isInForceOn(day))
                .toList();
    }

    /** Destinations under whose agreements in force this organisation is named: where its reads belong. */
    public List<Destination> destinationsNaming(String odsCode, LocalDate day) {
        return all.stream()
                .filter(agreement ->
                        agreement.isInForceOn(day) && agreement.odsCodes().contains(odsCode))
                .map(Agreement::destination)
                .distinct()
                .map(Destination::new)
                .toList();
    }

    Coverage coverage(Disclosure disclosure, LocalDate day) {
        List<Agreement> known = with(disclosure.destination(), disclosure.recipientOds());
        return new Coverage(
                known.stream().filter(agreement -> agreement.isInForceOn(day)).toList(),
                known.stream().filter(agreement -> agreement.hasExpiredBy(day)).toList(),
                known.stream()
                        .filter(agreement -> !agreement.isInForceOn(day) && !agreement.hasExpiredBy(day))
                        .toList(),
                disclosure.subject().postcodeArea());
    }

    private List<Agreement> with(Destination destination, Optional<String> recipientOds) {
        return all.stream()
                .filter(agreement -> agreement.isWith(destination, recipientOds))
                .toList();
    }
}
