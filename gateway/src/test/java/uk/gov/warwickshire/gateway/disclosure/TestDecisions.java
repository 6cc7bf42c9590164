package uk.gov.warwickshire.gateway.disclosure;

import java.util.List;
import java.util.UUID;

/** Decisions for the tests of other rooms, which cannot make a {@link Cleared} themselves. */
public final class TestDecisions {

    private static final String POLICY = "test";

    private TestDecisions() {}

    public static Cleared cleared(Disclosure disclosure) {
        return new Cleared(UUID.randomUUID(), disclosure, List.of(), List.of(Reason.NOT_OPTED_OUT), POLICY);
    }

    public static Held held(Disclosure disclosure, Reason... reasons) {
        return new Held(UUID.randomUUID(), disclosure, List.of(reasons), POLICY);
    }

    public static Withheld withheld(Disclosure disclosure, Reason... reasons) {
        return new Withheld(UUID.randomUUID(), disclosure, List.of(reasons), POLICY);
    }
}
