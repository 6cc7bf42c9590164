package uk.gov.warwickshire.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
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
import org.hl7.fhir.instance.model.api.IBaseResource;

/** R4 and, where `../shared/data` is present, UK Core (STU3 sequence): what the snapshots are made with. */
final class UkCore {

    static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private static final Path DATA = Path.of("../../shared/data/ukcore/stu3-develop");
    private static final List<String> FOLDERS = List.of("structuredefinitions", "valuesets", "codesystems");

    private UkCore() {}

    static boolean isPresent() {
        return Files.isDirectory(DATA);
    }

    /** @param own further resources, such as those of this package */
    static ValidationSupportChain with(List<? extends IBaseResource> own) {
        PrePopulatedValidationSupport profiles = new PrePopulatedValidationSupport(CONTEXT);
        if (isPresent()) {
            FOLDERS.forEach(folder -> addAll(profiles, DATA.resolve(folder)));
        }
        own.forEach(profiles::addResource);
        return new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                profiles,
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new SnapshotGeneratingValidationSupport(CONTEXT));
    }

    private static void addAll(PrePopulatedValidationSupport profiles, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                IParser parser = file.toString().endsWith(".json") ? CONTEXT.newJsonParser() : CONTEXT.newXmlParser();
                profiles.addResource(parser.parseResource(Files.readString(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
