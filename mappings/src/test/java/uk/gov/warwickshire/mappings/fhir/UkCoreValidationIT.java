package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.cases.RandomChild;
import uk.gov.warwickshire.mappings.record.ChildRecord;

/**
 * What the mappers make is valid by the profiles of this project, of UK Core and of NHS England, with no error and no
 * warning that is not explained; and the validator does find what is not.
 */
class UkCoreValidationIT {

    private static final int RANDOM_CHILDREN = Integer.getInteger("validation.children", 12);

    @BeforeAll
    static void needsUkCore() {
        assumeTrue(
                UkCore.isPresent(), "skipped: ../shared/data/ukcore is not there, so no profile to validate against");
    }

    @Test
    void everyCaseIsValidAndEveryWarningIsExplained() {
        Set<String> shapes = new HashSet<>();
        Set<ExplainedWarning> needed = new TreeSet<>();
        List<String> unexplained = new ArrayList<>();
        ChildRecords.cases().values().stream()
                .flatMap(child -> Mapping.MAPPER.map(child).resources().stream())
                .filter(mapped -> shapes.add(ResourceShape.of(mapped.resource())))
                .forEach(mapped -> messages(mapped.resource()).forEach(message -> ExplainedWarning.of(message)
                        .ifPresentOrElse(needed::add, () -> unexplained.add(mapped.type() + ": " + message))));

        assertThat(unexplained).isEmpty();
        assertThat(needed).as("explanations that nothing needs any more").containsExactly(ExplainedWarning.values());
    }

    @Provide
    Arbitrary<List<ChildRecord>> children() {
        return Arbitraries.randomValue(RandomChild::of).list().ofSize(RANDOM_CHILDREN);
    }

    /** Any children a reader could build: `-Dvalidation.children=1000` for more of them. */
    @Property(tries = 1)
    @AddLifecycleHook(SkippedWithoutUkCore.class)
    void whateverMappersMakeIsValid(@ForAll("children") List<ChildRecord> children) {
        Set<String> shapes = new HashSet<>();
        List<String> unexplained = new ArrayList<>();
        children.stream()
                .flatMap(child -> Mapping.MAPPER.map(child).resources().stream())
                .filter(mapped -> shapes.add(ResourceShape.of(mapped.resource())))
                .forEach(mapped -> messages(mapped.resource())
                        .filter(message -> ExplainedWarning.of(message).isEmpty())
                        .forEach(message -> unexplained.add(mapped.type() + ": " + message)));

        assertThat(shapes).hasSizeGreaterThan(RANDOM_CHILDREN);
        assertThat(unexplained).isEmpty();
    }

    static final class SkippedWithoutUkCore implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return UkCore.isPresent()
                    ? SkipResult.doNotSkip()
                    : SkipResult.skip("skipped: ../shared/data/ukcore is not there");
        }
    }

    /** The extensions are proved by their use: to check a definition itself the validator wants packages from the net. */
    @Test
    void ourListsMapsAndStatementsAreValid() {
        for (Resource resource : Mapping.PROFILES.resources()) {
            if (resource instanceof StructureDefinition) {
                continue;
            }
            assertThat(errors(resource)).as(resource.getId()).isEmpty();
        }
    }

    @Test
    void findsAWrongVerificationStatus() {
        Patient patient = patient();
        CodeableConcept status = (CodeableConcept)
                patient.getIdentifierFirstRep().getExtensionFirstRep().getValue();
        status.getCodingFirstRep().setCode("77");

        assertThat(errors(patient)).isNotEmpty();
    }

    @Test
    void findsACodeThatIsNotInOurLists() {
        Patient patient = patient();
        patient.getMeta().addTag(new Coding(Mapping.SETTINGS.baseUri() + "/CodeSystem/record-marker", "no", "no"));

        assertThat(errors(patient)).isNotEmpty();
    }

    @Test
    void findsAWrongValueInOurExtensions() {
        Patient patient = patient();
        patient.addExtension(
                Mapping.SETTINGS.baseUri() + "/StructureDefinition/expected-birth-date", new CodeType("soon"));

        assertThat(errors(patient)).isNotEmpty();
    }

    private static Patient patient() {
        FhirRecord mapped = Mapping.MAPPER.map(ChildRecords.cases().get("child-in-need"));
        return ((Patient) mapped.resources().get(0).resource()).copy();
    }

    private static List<String> errors(Resource resource) {
        return messages(resource)
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }

    private static Stream<SingleValidationMessage> messages(Resource resource) {
        String json = Mapping.CONTEXT.newJsonParser().encodeResourceToString(resource);
        return UkCore.shared().validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity() != ResultSeverityEnum.INFORMATION);
    }
}
