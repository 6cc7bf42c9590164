package uk.gov.warwickshire.gateway.demo.data;

import java.time.LocalDate;
import java.util.List;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * A mother with one to four children under one roof, all known to the same case system.
 *
 * @param number from 1
 * @param seed of everything drawn for this family's rows
 */
record SyntheticFamily(
        int number, long seed, CaseSystem system, Home home, Mother mother, List<SyntheticChild> children) {

    /** @param optedOut nationally, for herself */
    record Mother(
            String personId, NhsNumber nhsNumber, String forename, String surname, LocalDate birth, boolean optedOut) {}

    SyntheticFamily {
        children = List.copyOf(children);
    }

    String familyId() {
        return system.id("F", number);
    }
}
