package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.profiles.check.ResourceCheck;

/**
 * The check of run time finds what the full validator finds: resources are broken in every place, and whatever the
 * validator calls an error must be a fault. `-Dvalidation.mutants=100000` tries them all.
 */
class ChecksAgreeIT {

    private static final int MUTANTS = Integer.getInteger("validation.mutants", 150);

    /** What no source can bring about, because it stands in the code of the mappers and the encoder. */
    private static final List<Pattern> CANNOT_BE_MADE = List.of(
            // The encoder writes the elements of R4's classes and no others.
            Pattern.compile("^Unrecognized property"),
            // Statuses are Java enumerations.
            Pattern.compile("'http://hl7.org/fhir/[a-z-]+-status#"),
            Pattern.compile("was not found in the value set '\\w+Status'"),
            // Codings that are constants.
            Pattern.compile("terminology.hl7.org/CodeSystem/(provenance-participant-type|observation-category)#"),
            Pattern.compile("terminology.hl7.org/CodeSystem/(organization-type|v3-Confidentiality)#"),
            Pattern.compile("England-FlagCategoryPatient#|UKCore-AddressKeyType#"),
            // The profiles of NHS England are claimed only where what they demand is there.
            Pattern.compile("\\(from https://fhir.nhs.uk/England/"));

    @Test
    void everyErrorOfTheValidatorIsAFault() {
        assumeTrue(
                UkCore.isPresent(), "skipped: ../shared/data/ukcore is not there, so no profile to validate against");
        FhirValidator validator = UkCore.shared();
        ResourceCheck check = ResourceCheck.of(Mapping.PROFILES);
        long seed = Long.getLong("validation.seed", new Random().nextLong());
        List<String> missed = new ArrayList<>();
        int broken = 0;
        for (Mutations.Mutant mutant : mutants(seed)) {
            List<String> errors = errors(validator, mutant.json());
            broken += errors.isEmpty() ? 0 : 1;
            if (errors.stream().anyMatch(error -> !cannotBeMade(error))
                    && check.faults(mutant.json().getBytes(StandardCharsets.UTF_8))
                            .isEmpty()) {
                missed.add(mutant.name() + " -> " + errors);
            }
        }

        assertThat(missed).as("seed %d", seed).isEmpty();
        assertThat(broken).as("mutants that are broken at all").isGreaterThan(MUTANTS / 4);
    }

    private static boolean cannotBeMade(String error) {
        return CANNOT_BE_MADE.stream().anyMatch(known -> known.matcher(error).find());
    }

    private static List<Mutations.Mutant> mutants(long seed) {
        List<Mutations.Mutant> all = new ArrayList<>(Stream.of("every-element", "unborn")
                .flatMap(name -> Mapping.MAPPER.map(ChildRecords.cases().get(name)).resources().stream())
                .map(mapped -> Mapping.CONTEXT.newJsonParser().encodeResourceToString(mapped.resource()))
                .flatMap(json -> Mutations.of(json).stream())
                .toList());
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(MUTANTS, all.size()));
    }

    private static List<String> errors(FhirValidator validator, String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }
}
