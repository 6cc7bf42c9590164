package uk.gov.warwickshire.mappings.fhir;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.hl7.fhir.instance.model.api.IBaseResource;

/** A validator with UK Core (STU3 sequence), the NHS England profiles and our own package (uk-core.md 5). */
final class UkCore {

    private static final Path DATA = Path.of("../../shared/data/ukcore");
    private static final List<String> FOLDERS = List.of(
            "stu3-develop/structuredefinitions",
            "stu3-develop/valuesets",
            "stu3-develop/codesystems",
            "nhs-england/structuredefinitions",
            "nhs-england/valuesets",
            "nhs-england/codesystems");

    private UkCore() {}

    static boolean isPresent() {
        return FOLDERS.stream().map(DATA::resolve).allMatch(Files::isDirectory);
    }

    /** One for all tests: to make it takes longer than most of them. */
    static FhirValidator shared() {
        return Shared.VALIDATOR;
    }

    private static final class Shared {
        static final FhirValidator VALIDATOR = validator();
    }

    private static FhirValidator validator() {
        return Mapping.CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support()));
    }

    static ValidationSupportChain support() {
        PrePopulatedValidationSupport profiles = new PrePopulatedValidationSupport(Mapping.CONTEXT);
        FOLDERS.forEach(folder -> addAll(profiles, DATA.resolve(folder)));
        Mapping.PROFILES.resources().forEach(profiles::addResource);
        return new ValidationSupportChain(
                new DefaultProfileValidationSupport(Mapping.CONTEXT),
                profiles,
                new CommonCodeSystemsTerminologyService(Mapping.CONTEXT),
                new InMemoryTerminologyServerValidationSupport(Mapping.CONTEXT),
                new SnapshotGeneratingValidationSupport(Mapping.CONTEXT));
    }

    private static void addAll(PrePopulatedValidationSupport profiles, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                IParser parser = file.toString().endsWith(".json")
                        ? Mapping.CONTEXT.newJsonParser()
                        : Mapping.CONTEXT.newXmlParser();
                IBaseResource resource = parser.parseResource(Files.readString(file));
                profiles.addResource(resource);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
