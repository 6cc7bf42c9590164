package uk.gov.warwickshire.mappings.source.ssd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Coded;
import uk.gov.warwickshire.mappings.record.Household;
import uk.gov.warwickshire.mappings.record.Person;
import uk.gov.warwickshire.mappings.source.Postcodes;

/** ssd_address, ssd_family and ssd_mother. */
final class HouseholdReader {

    private HouseholdReader() {}

    static Household read(ReadContext context) {
        return new Household(
                context.read(SsdTable.ADDRESS, HouseholdReader::address).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                context.read(SsdTable.FAMILY, HouseholdReader::family).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                context.read(SsdTable.MOTHER, row -> mother(row, context)).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Empty for a placement: where a child is placed is never shared. */
    private static Optional<Household.Address> address(RowReader row) {
        Optional<Coded> type = row.text("addr_address_type").map(Coded::textOnly);
        AddressText address = AddressText.parse(row.text("addr_address_json").orElse(""));
        Optional<String> postcode = row.text("addr_address_postcode").flatMap(Postcodes::normalise);
        boolean placement = type.filter(t -> t.text().toLowerCase(Locale.ROOT).contains("placement"))
                .isPresent();
        Household.Address read = new Household.Address(
                row.id(),
                type,
                address.lines(),
                address.town(),
                postcode,
                address.uprn(),
                row.period("addr_address_start_date", "addr_address_end_date"),
                row.source());
        return placement ? Optional.empty() : Optional.of(read);
    }

    private static Optional<Household.FamilyLink> family(RowReader row) {
        return row.text("fami_family_id").map(family -> new Household.FamilyLink(row.id(), family, row.source()));
    }

    private static Optional<Household.MotherLink> mother(RowReader row, ReadContext context) {
        Optional<String> motherId = row.text("moth_person_id");
        if (motherId.isEmpty()) {
            row.reject(
                    "moth_person_id", "MISSING_VALUE", "The row does not name the mother. Enter her id at the source.");
        }
        return motherId.map(id -> new Household.MotherLink(row.id(), id, person(id, row, context), row.source()));
    }

    /** A fault in the mother's own row leaves her details out; it is no reason to hold back her child. */
    private static Optional<Person> person(String motherId, RowReader row, ReadContext context) {
        Optional<SsdRow> found = context.reference().person(motherId);
        if (found.isEmpty()) {
            row.warn("moth_person_id", "ORPHAN_REFERENCE", "The mother's own row was not delivered. Deliver it too.");
            return Optional.empty();
        }
        SsdChildRows ofMother = new SsdChildRows(motherId, List.of(found.get()));
        ReadContext hers = new ReadContext(ofMother, ReferenceData.NONE, context.options());
        Optional<Person> mother = PersonReader.read(hers);
        if (mother.isEmpty()) {
            row.warn("moth_person_id", "MOTHER_UNREADABLE", "The mother's own row cannot be read. Correct that row.");
        }
        return mother;
    }
}
