package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.gov.warwickshire.mappings.cases.ChildRecords;
import uk.gov.warwickshire.mappings.cases.RandomChild;
import uk.gov.warwickshire.profiles.check.Fault;
import uk.gov.warwickshire.profiles.check.ResourceCheck;

/** What is checked of every resource before it is stored: all that mappers make passes, and what is broken does not. */
class ResourceCheckTest {

    private static final ResourceCheck CHECK = ResourceCheck.of(Mapping.PROFILES);
    private static final FhirEncoder ENCODER = new FhirEncoder(Mapping.CONTEXT);

    static Stream<String> cases() {
        return ChildRecords.cases().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyResourceOfTheCasesPasses(String name) {
        assertThat(faults(Mapping.MAPPER.map(ChildRecords.cases().get(name)))).isEmpty();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 200)
    void whateverMappersMakePasses(@ForAll("seeds") long seed) {
        assertThat(faults(Mapping.MAPPER.map(RandomChild.of(new Random(seed))))).isEmpty();
    }

    /** Regular expression on the JSON of the first resource of a type and profile, what to put there, what is found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Patient; \"active\":true,; ''; Patient.active: is required",
                "Patient; \"active\":true; \"active\":true,\"photo\":[{\"title\":\"x\"}]; Patient.photo: must not be there",
                "Patient; \"active\":true; \"active\":true,\"colour\":\"red\"; Patient.colour: is no element here",
                "Patient; \"birthDate\":\"[^\"]*\"; \"birthDate\":\"2019-13-01\"; Patient.birthDate: is not written as its type demands",
                "Patient; \"family\":\"[^\"]*\"; \"family\":\" \"; Patient.name[0].family: is blank or has control characters",
                "Patient; EnglandX?\",\"code\":\"01\"; England\",\"code\":\"77\"; Patient.identifier[0].extension[0].valueCodeableConcept: has no code of the required value set",
                "Patient; /Id/person\"; /Id/persons\"; Patient.identifier: one with system",
                "Patient; Id/upn\"; Id/person\"; Patient.identifier: only 1 may have system",
                "Patient; /family\"; /families\"; is an extension that the package does not have",
                "CarePlan; \"intent\":\"plan\"; \"intent\":\"order\"; CarePlan.intent: has not the fixed value",
                "CarePlan; plan-type\",\"code\":\"[^\"]*\"; plan-type\",\"code\":\"x\"; has no code of the required value set",
                "CarePlan; \"intent\"; \"title\":\"x\",\"intent\"; CarePlan.title: must not be there",
                "CarePlan; \"reference\":\"Patient/; \"reference\":\"Group/; CarePlan.subject: leads to a type that is not allowed here",
                "CarePlan; \"reference\":\"Patient/; \"reference\":\"http://x/Patient/; CarePlan.subject.reference: is no relative reference",
                "CarePlan; \"period\":\\{\"start\":\"[^\"]*\"; \"period\":{\"start\":\"2199-01-01\"; CarePlan.period: ends before it starts",
                "Observation; social-history; laboratory; Observation.category[0]: does not contain the pattern",
                "Observation; \"effectivePeriod\":\\{[^}]*}; \"effectiveDateTime\":\"2024\"; Observation.effectiveDateTime: is no element here",
                "Task; (/activity\",\"code\":\"assessment\"),\"display\":\"[^\"]*\"; $1,\"display\":\"Care\"; is worded otherwise than in its list",
                "EpisodeOfCare; episode-type\"; finding\"; EpisodeOfCare.type: one with coding.system",
                "Task; \"valueBoolean\":(true|false); \"valueBoolean\":true,\"valueString\":\"told\"; valueString: is no element here",
                "Flag; flag-detail; flag-details; Flag.extension: one with url",
                "Provenance; StructureDefinition/social-care-provenance; StructureDefinition/other; Provenance.meta.profile: names no profile of this package",
                "Provenance; social-care-provenance; social-care-patient; Provenance.meta.profile: is a profile of another type"
            })
    void findsWhatIsBroken(String type, String pattern, String replacement, String expected) {
        List<String> found = resources(Mapping.MAPPER.map(ChildRecords.cases().get("every-element")))
                .filter(resource -> resource.type().equals(type))
                .map(resource -> new String(resource.json(), StandardCharsets.UTF_8))
                .map(json -> json.replaceFirst(pattern, replacement.equals("''") ? "" : replacement))
                .flatMap(json -> CHECK.faults(json.getBytes(StandardCharsets.UTF_8)).stream())
                .map(Fault::toString)
                .toList();

        assertThat(found).anyMatch(fault -> fault.contains(expected));
    }

    private static List<Fault> faults(FhirRecord mapped) {
        return resources(mapped)
                .flatMap(resource -> CHECK.faults(resource.json()).stream())
                .toList();
    }

    private static Stream<EncodedResource> resources(FhirRecord mapped) {
        return ENCODER.encode(mapped).resources().stream();
    }
}
