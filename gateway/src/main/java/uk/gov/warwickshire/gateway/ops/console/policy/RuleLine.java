package uk.gov.warwickshire.gateway.ops.console.policy;

import java.util.Comparator;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule;
import uk.gov.warwickshire.gateway.disclosure.DestinationRule.Effect;

/** A rule of the policy in words. */
record RuleLine(
        String destination,
        String purpose,
        String basis,
        String optOut,
        String objection,
        String restriction,
        String unknown,
        String stale,
        String age) {

    /** CP-IS first. */
    static final Comparator<RuleLine> ORDER = Comparator.comparing(
                    (RuleLine line) -> !line.destination().equals("cp-is"))
            .thenComparing(RuleLine::destination);

    static RuleLine of(DestinationRule rule) {
        return new RuleLine(
                rule.destination(),
                rule.purpose() + (rule.beyondIndividualCare() ? ", beyond individual care" : ""),
                rule.legalBasis().code(),
                words(rule.nationalOptOut()),
                words(rule.icrObjection()),
                words(rule.restriction()),
                words(rule.unknownStatus()),
                words(rule.staleStatus())
                        + rule.maxAge()
                                .map(age -> ", from " + age.toDays() + " days")
                                .orElse(""),
                rule.minimumAgeYears()
                        .map(years -> years + (years == 1 ? " year" : " years"))
                        .orElse("none"));
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case WITHHOLD -> "Withheld";
            case HOLD -> "Held";
            case RECORD -> "Recorded, sent";
        };
    }
}
