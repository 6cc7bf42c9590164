package uk.gov.warwickshire.gateway.store.search;

import java.util.Objects;

/** A date as asked for: the whole range its precision leaves open; for `ap` the wider one that counts as near. */
public record DateValue(Prefix prefix, DateRange range) {
    public DateValue {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(range, "range");
    }
}
