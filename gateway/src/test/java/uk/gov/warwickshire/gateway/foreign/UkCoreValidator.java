package uk.gov.warwickshire.gateway.foreign;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** UK Core (STU3 sequence), the NHS England profiles and our own package, as the mappings are validated with (uk-core.md 5). */
public final class UkCoreValidator {

    private static final Path DATA = Path.of("../../shared/data/ukcore");

    private final FhirValidator validator;

    public UkCoreValidator(FhirContext fhir) throws IOException {
        PrePopulatedValidationSupport profiles = new PrePopulatedValidationSupport(fhir);
        for (String source : List.of("stu3-develop", "nhs-england")) {
            for (String kind : List.of("structuredefinitions", "valuesets", "codesystems")) {
                addAll(fhir, profiles, DATA.resolve(source).resolve(kind));
            }
        }
        ProfilePackage.load(fhir, ProfilePackage.PUBLISHED_BASE).resources().forEach(profiles::addResource);
        validator = fhir.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(fhir),
                        profiles,
                        new CommonCodeSystemsTerminologyService(fhir),
                        new InMemoryTerminologyServerValidationSupport(fhir),
                        new SnapshotGeneratingValidationSupport(fhir))));
    }

    public static boolean isPresent() {
        return Files.isDirectory(DATA);
    }

    public List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }

    private static void addAll(FhirContext fhir, PrePopulatedValidationSupport profiles, Path folder)
            throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                var parser = file.toString().endsWith(".json") ? fhir.newJsonParser() : fhir.newXmlParser();
                profiles.addResource(parser.parseResource(Files.readString(file)));
            }
        }
    }
}
