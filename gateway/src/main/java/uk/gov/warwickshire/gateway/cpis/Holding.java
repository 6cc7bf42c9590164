package uk.gov.warwickshire.gateway.cpis;

import java.time.Instant;
import uk.gov.warwickshire.mappings.cpis.CpIsPerson;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/** What CP-IS has last acknowledged of a person under a number. */
record Holding(String personId, CpIsPerson person, long file, Instant acknowledgedAt) {

    NhsNumber number() {
        return person.subject().nhsNumber();
    }
}
