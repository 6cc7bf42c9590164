package uk.gov.warwickshire.gateway.optout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;
import uk.gov.warwickshire.mappings.record.NhsNumber;

/**
 * How old an answer may be and whom we may ask about.
 *
 * @param mailbox ours, as it stands in file names
 */
record OptOutRules(GatewaySettings.OptOut settings, String mailbox, boolean allowTestNumbers, Clock clock) {

    /** The longest a list of people without an opt-out may be used (opt-out-and-mesh.md 4). */
    static final Duration LONGEST_AGE = Duration.ofDays(21);

    OptOutRules {
        if (settings.maxAge().compareTo(LONGEST_AGE) > 0) {
            throw new IllegalStateException("gateway.opt-out.max-age may not be above 21 days: an answer of the"
                    + " national opt-out service must not be used for longer");
        }
        if (settings.refresh().compareTo(settings.maxAge()) >= 0) {
            throw new IllegalStateException("gateway.opt-out.refresh must be below gateway.opt-out.max-age: otherwise"
                    + " every status is out of date before it is asked for again");
        }
        if (settings.maxNumbersPerFile() < 1) {
            throw new IllegalStateException("gateway.opt-out.max-numbers-per-file must be at least 1");
        }
    }

    /** Answers from before are out of date. */
    Instant staleBefore() {
        return clock.instant().minus(settings.maxAge());
    }

    /** Answers from before are asked for again. */
    Instant refreshBefore() {
        return clock.instant().minus(settings.refresh());
    }

    boolean mayAskAbout(NhsNumber number) {
        return allowTestNumbers || !number.isTestNumber();
    }
}
