package uk.gov.warwickshire.mappings.fhir;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Warnings of the validator that the mappers accept, each with its reason. Whatever else it warns of is a fault. */
enum ExplainedWarning {
    /** No narrative is generated: it would repeat names and plans in words that no rule of disclosure looks into. */
    NO_NARRATIVE("dom-6"),
    /** The council's words name no code of the list: UK Core has such a value as text alone (uk-core.md 1). */
    TEXT_ALONE("^No code provided, and a code should be provided from the value set"),
    /** One of several codings is in the value set; the validator's own terminology wants each of them there. */
    SEVERAL_CODINGS("^None of the codings provided are in the value set .*\\(codes = [^ ]+#[^ ]+, [^ ]+#"),
    /** SNOMED CT is not loaded; the concept maps may only use the codes their value sets spell out. */
    NO_SNOMED_CT("CodeSystem 'http://snomed.info/sct' is ignored/not-present"),
    /** The council records a disability without saying since when, and a care leaver without a last contact. */
    NO_DATE_OF_OBSERVATION("all observations should have an effective\\[x\\]");

    private final Pattern message;

    ExplainedWarning(String message) {
        this.message = Pattern.compile(message);
    }

    /** Empty for an error, and for a warning that nobody has explained. */
    static Optional<ExplainedWarning> of(SingleValidationMessage message) {
        return message.getSeverity() == ResultSeverityEnum.WARNING
                ? Arrays.stream(values())
                        .filter(w -> w.message.matcher(message.getMessage()).find())
                        .findFirst()
                : Optional.empty();
    }
}
