package uk.gov.warwickshire.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package as it is handed out: others can load it, and each of its examples is valid by it. */
class NpmPackageIT {

    private static final Path BUILT = Path.of("target/package.tgz");
    private static final Path EXAMPLES = Path.of("src/main/fhir/examples");

    private static NpmPackage built;
    private static List<Resource> resources;
    private static FhirValidator validator;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = Files.newInputStream(BUILT)) {
            built = NpmPackage.fromPackage(in);
        }
        resources = new ArrayList<>();
        for (String name : built.list("package")) {
            if (name.endsWith(".json") && !name.equals("package.json") && !name.startsWith(".")) {
                resources.add((Resource) UkCore.CONTEXT.newJsonParser().parseResource(text("package", name)));
            }
        }
        validator = UkCore.CONTEXT
                .newValidator()
                .registerValidatorModule(new FhirInstanceValidator(UkCore.with(resources)));
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void saysWhatItIsAndWhatItNeeds() {
        assertThat(built.name()).isEqualTo("uk.gov.warwickshire.childrens-social-care");
        assertThat(built.fhirVersion()).isEqualTo("4.0.1");
        assertThat(built.dependencies())
                .contains("fhir.r4.ukcore.stu3.currentbuild#0.22.0-pre-release", "hl7.fhir.r4.core#4.0.1");
    }

    @Test
    void holdsEveryProfileWithItsSnapshot() {
        assertThat(resources)
                .filteredOn(StructureDefinition.class::isInstance)
                .hasSizeGreaterThan(25)
                .allMatch(definition -> ((StructureDefinition) definition).hasSnapshot());
    }

    @Test
    void hasAnExampleOfEveryProfile() throws IOException {
        TreeSet<String> exemplified = new TreeSet<>();
        for (String example : examples().toList()) {
            String json = text("example", example);
            resources.stream()
                    .filter(StructureDefinition.class::isInstance)
                    .map(definition -> ((StructureDefinition) definition).getUrl())
                    .filter(url -> json.contains("\"" + url + "\""))
                    .forEach(exemplified::add);
        }
        assertThat(resources.stream()
                        .filter(StructureDefinition.class::isInstance)
                        .map(definition -> ((StructureDefinition) definition).getUrl()))
                .isSubsetOf(exemplified);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(String example) throws IOException {
        Resource resource = (Resource) UkCore.CONTEXT.newJsonParser().parseResource(text("example", example));
        // UK Core and NHS England are claimed too; that they hold is shown where the mappers are validated.
        resource.getMeta().getProfile().removeIf(profile -> !profile.getValue()
                .startsWith(ProfilePackage.PUBLISHED_BASE));
        String json = UkCore.CONTEXT.newJsonParser().encodeResourceToString(resource);

        assertThat(validator.validateWithResult(json).getMessages().stream()
                        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                        .map(SingleValidationMessage::toString))
                .isEmpty();
    }

    private static String text(String folder, String name) throws IOException {
        try (InputStream in = built.load(folder, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
