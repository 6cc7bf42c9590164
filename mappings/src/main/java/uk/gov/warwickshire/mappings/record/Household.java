package uk.gov.warwickshire.mappings.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Addresses and family links of a child. Placement addresses are not here and are never shared. */
public record Household(List<Address> addresses, List<FamilyLink> families, List<MotherLink> mothers) {
    public Household {
        addresses = List.copyOf(addresses);
        families = List.copyOf(families);
        mothers = List.copyOf(mothers);
    }

    /** The address in force on a day: the open one that started last. */
    public Optional<Address> addressOn(LocalDate day) {
        return addresses.stream().filter(a -> a.period().isOpenOn(day)).max((a, b) -> a.period()
                .start()
                .orElse(LocalDate.MIN)
                .compareTo(b.period().start().orElse(LocalDate.MIN)));
    }

    /**
     * Where a child belongs, by the letters of a postcode: of the home address in force or, where none is (a child in
     * care, whose placement addresses are not read), of the last one known.
     */
    public Optional<String> postcodeAreaOn(LocalDate day) {
        return addressOn(day).flatMap(Address::postcodeArea).or(() -> addresses.stream()
                .filter(a -> a.postcodeArea().isPresent())
                .filter(a -> a.period().end().filter(end -> end.isBefore(day)).isPresent())
                .max(Comparator.comparing(a -> a.period().end().orElseThrow()))
                .flatMap(Address::postcodeArea));
    }

    /**
     * ssd_address.
     *
     * @param lines house, street and the like in the order of an envelope; without town and postcode
     * @param postcode upper case with one space (`CV34 4RL`); placeholders such as `XXXX` are read as empty
     */
    public record Address(
            String id,
            Optional<Coded> type,
            List<String> lines,
            Optional<String> town,
            Optional<String> postcode,
            Optional<String> uprn,
            Period period,
            SourceRow source) {
        public Address {
            lines = List.copyOf(lines);
            Objects.requireNonNull(period, "period");
        }

        /** The letters a postcode begins with: `CV` of `CV34 4RL`. */
        public Optional<String> postcodeArea() {
            return postcode.map(p -> p.replaceAll("[0-9].*", "")).filter(a -> !a.isEmpty());
        }
    }

    /** ssd_family: only that persons belong together, not how. */
    public record FamilyLink(String id, String familyId, SourceRow source) {}

    /** ssd_mother, with the mother's own row where the extract holds one. */
    public record MotherLink(String id, String motherPersonId, Optional<Person> mother, SourceRow source) {}
}
