package uk.gov.warwickshire.mappings.fhir;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.cases.RandomChild;
import uk.gov.warwickshire.mappings.record.ChildRecord;
import uk.gov.warwickshire.profiles.check.ResourceCheck;

/** What validation costs, in the ways there are; `-Dtest=ValidationBench`. Prints resources a second of one thread. */
class ValidationBench {

    private static final int SHAPED_CHILDREN = 2_000;

    private final FhirEncoder encoder = new FhirEncoder(Mapping.CONTEXT);
    private final List<byte[]> resources = new ArrayList<>();

    @Test
    void compare() {
        List<ChildRecord> children = List.copyOf(ChildRecords.cases().values());
        children.forEach(child -> encoder.encode(Mapping.MAPPER.map(child)).resources().stream()
                .map(EncodedResource::json)
                .forEach(resources::add));
        ResourceCheck check = ResourceCheck.of(Mapping.PROFILES);
        for (int round = 0; round < 3; round++) {
            rate("map and encode", 6, () -> children.forEach(c -> encoder.encode(Mapping.MAPPER.map(c))));
            rate("compiled check", 6, () -> each(check::faults));
        }
        shapes();
        if (UkCore.isPresent()) {
            IValidationSupport support = UkCore.support();
            FhirValidator validator =
                    Mapping.CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
            rate(
                    "FhirInstanceValidator",
                    20,
                    () -> each(json -> validator.validateWithResult(new String(json, StandardCharsets.UTF_8))));
        }
    }

    /** How many verdicts a cache by shape would hold, and how often it would have to ask the validator. */
    private void shapes() {
        Set<String> shapes = new HashSet<>();
        Random random = new Random(1);
        long asked = 0;
        for (int i = 0; i < SHAPED_CHILDREN; i++) {
            for (MappedResource mapped :
                    Mapping.MAPPER.map(RandomChild.of(random)).resources()) {
                shapes.add(ResourceShape.of(mapped.resource()));
                asked++;
            }
        }
        System.out.printf("%,d shapes of %,d resources%n", shapes.size(), asked);
    }

    private void each(Consumer<byte[]> work) {
        resources.forEach(work);
    }

    private void rate(String what, int seconds, Runnable pass) {
        pass.run();
        long start = System.nanoTime();
        long until = start + seconds * 1_000_000_000L;
        long passes = 0;
        do {
            pass.run();
            passes++;
        } while (System.nanoTime() < until);
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-34s %,9.0f resources/s%n", what, passes * resources.size() / took);
    }
}
