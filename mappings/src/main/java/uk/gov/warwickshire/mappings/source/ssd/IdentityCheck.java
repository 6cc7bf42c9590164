package uk.gov.warwickshire.mappings.source.ssd;

import java.util.Optional;
import uk.gov.warwickshire.mappings.record.Identity;
import uk.gov.warwickshire.mappings.record.NhsNumber;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/**
 * The identity file against {@code pers_single_unique_id}, in which some systems deliver an NHS number. The file wins; a
 * number that only the dataset has is taken as present but not traced, and so is not disclosed by.
 */
final class IdentityCheck {

    private static final String COLUMN = "pers_single_unique_id";

    private IdentityCheck() {}

    static Identity check(ReadContext context, Identity identity) {
        Optional<SsdRow> person = context.rows().of(SsdTable.PERSON).stream().findFirst();
        if (person.isEmpty()) {
            return identity;
        }
        RowReader row = new RowReader(person.get(), context);
        Optional<String> text = row.text(COLUMN);
        Optional<NhsNumber> number = text.flatMap(NhsNumber::parse);
        if (text.isPresent() && number.isEmpty()) {
            row.warn(COLUMN, "BAD_NHS_NUMBER", "The field is no valid NHS number and was not used. Correct it.");
        } else if (number.isPresent()
                && identity.nhsNumber().isPresent()
                && !identity.nhsNumber().equals(number)) {
            row.warn(
                    COLUMN,
                    "NHS_NUMBER_DIFFERS",
                    "The dataset and the identity file give different NHS numbers; the file's was used. Find out which is right.");
        }
        boolean takeIt = identity.nhsNumber().isEmpty()
                && number.filter(n -> !n.isTestNumber()).isPresent();
        return takeIt ? new Identity(number, VerificationStatus.NOT_TRACED, identity.restricted()) : identity;
    }
}
