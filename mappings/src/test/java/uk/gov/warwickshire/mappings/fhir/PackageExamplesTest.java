package uk.gov.warwickshire.mappings.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.mappings.cases.ChildRecords;

/**
 * The worked examples of the package are what the mappers make of the golden cases: one for each profile. What no source
 * column holds today is added here, so that its extension has an example. `-Dapprove` writes them anew.
 */
class PackageExamplesTest {

    private static final Path EXAMPLES = Path.of("../fhir-profiles/src/main/fhir/examples");
    private static final String OWN = Mapping.SETTINGS.baseUri() + "/StructureDefinition/";

    @Test
    void theExamplesAreWhatIsMapped() throws IOException {
        Map<String, String> made = examples();
        if (System.getProperty("approve") != null) {
            Files.createDirectories(EXAMPLES);
            for (var example : made.entrySet()) {
                Files.writeString(EXAMPLES.resolve(example.getKey()), example.getValue());
            }
        }
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(committed).isEqualTo(made);
    }

    /** By file name, `CarePlan-social-care-plan.json`: of each profile the resource that says most. */
    private static Map<String, String> examples() {
        Map<String, String> examples = new TreeMap<>();
        Stream.of("every-element", "unborn")
                .map(name -> Mapping.MAPPER.map(ChildRecords.cases().get(name)))
                .flatMap(mapped -> mapped.resources().stream())
                .map(MappedResource::resource)
                .forEach(resource -> {
                    String json = Mapping.CONTEXT
                            .newJsonParser()
                            .setPrettyPrint(true)
                            .encodeResourceToString(completed((DomainResource) resource.copy()));
                    examples.merge(
                            resource.fhirType() + "-" + profile(resource) + suffix(json) + ".json",
                            json + "\n",
                            (before, now) -> now.length() > before.length() ? now : before);
                });
        return examples;
    }

    private static String profile(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(profile -> profile.getValue())
                .filter(profile -> profile.startsWith(OWN))
                .map(profile -> profile.substring(OWN.length()))
                .findFirst()
                .orElseThrow();
    }

    /** A child not yet born has another birth date than one that is; a placement has no need of its own. */
    private static String suffix(String json) {
        return json.contains("expected-birth-date")
                ? "-unborn"
                : json.contains("\"placement\"") ? "-placement" : json.contains("key-worker") ? "-professionals" : "";
    }

    private static DomainResource completed(DomainResource resource) {
        switch (profile(resource)) {
            case "social-care-patient" -> {
                if (!resource.hasExtension(OWN + "expected-birth-date")) {
                    add(
                            resource,
                            "school",
                            new Identifier()
                                    .setSystem("https://fhir.hl7.org.uk/Id/urn-school-number")
                                    .setValue("100000"));
                }
            }
            case "social-care-related-person" -> add(resource, "parental-responsibility", new BooleanType(true));
            case "social-care-episode" -> {
                add(resource, "legal-status", concept("dfe-legal-status", "C2"));
                add(resource, "placement-type", concept("dfe-placement-type", "U6"));
            }
            default -> {}
        }
        return resource;
    }

    private static CodeableConcept concept(String list, String code) {
        return new Concepts(Mapping.PROFILES).own(list, code);
    }

    private static void add(DomainResource resource, String extension, Type value) {
        resource.addExtension(OWN + extension, value);
    }
}
