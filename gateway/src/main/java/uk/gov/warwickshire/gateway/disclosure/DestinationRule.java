package uk.gov.warwickshire.gateway.disclosure;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.warwickshire.gateway.common.Destination;

/**
 * What the policy says about a destination or a family of them.
 *
 * @param destination code or family
 * @param beyondIndividualCare research, planning, evaluation: the national opt-out must be applied
 *     (opt-out-and-mesh.md 2)
 * @param maxAge an opt-out status older than this counts as stale here, even where the register would still use it
 * @param minimumAgeYears children below it, or of unknown age, are out of scope
 */
public record DestinationRule(
        String destination,
        String purpose,
        LegalBasis legalBasis,
        boolean beyondIndividualCare,
        Effect nationalOptOut,
        Effect icrObjection,
        Effect restriction,
        Effect unknownStatus,
        Effect staleStatus,
        Optional<Duration> maxAge,
        Optional<Integer> minimumAgeYears) {

    /** What a fact about the person does to the message. */
    public enum Effect {
        WITHHOLD,
        HOLD,
        /** Written into the ledger, no more. */
        RECORD
    }

    public DestinationRule {
        Objects.requireNonNull(legalBasis, "legalBasis");
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(minimumAgeYears, "minimumAgeYears");
        boolean recordsOnly = Stream.of(nationalOptOut, icrObjection, restriction, unknownStatus, staleStatus)
                .allMatch(effect -> effect == Effect.RECORD);
        if (destination.equals(Destination.CP_IS.code()) && (!recordsOnly || minimumAgeYears.isPresent())) {
            throw new IllegalArgumentException("no choice may hide a child at risk from CP-IS");
        }
    }

    /** The law requires it and no choice of the person stops it. */
    public boolean isStatutory() {
        return legalBasis == LegalBasis.LEGAL_OBLIGATION && nationalOptOut == Effect.RECORD;
    }

    /** Whether a choice of the person could stop the message, so that the person must be known. */
    boolean heedsChoices() {
        return nationalOptOut == Effect.WITHHOLD || icrObjection == Effect.WITHHOLD;
    }

    boolean isTooYoung(Optional<LocalDate> birthDate, LocalDate today) {
        return minimumAgeYears
                .map(years -> birthDate
                        .map(born -> Period.between(born, today).getYears() < years)
                        .orElse(true))
                .orElse(false);
    }
}
