package uk.gov.warwickshire.profiles;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Profiles are written as differentials in `src/main/fhir`; the package holds them with their snapshots, made here where
 * UK Core is present and committed, so that the package can be built where it is not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotIT {

    private static final Path AUTHORED = Path.of("src/main/fhir");
    private static final Path PACKAGED = Path.of("src/main/resources/package");

    private final ValidationSupportChain support;

    SnapshotIT() throws IOException {
        List<StructureDefinition> all = new ArrayList<>();
        for (Path file : authored()) {
            all.add(parse(file));
        }
        support = UkCore.with(all);
    }

    static List<Path> authored() throws IOException {
        try (Stream<Path> files = Files.list(AUTHORED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("authored")
    void thePackageHoldsTheSnapshotOfTheDifferential(Path file) throws IOException {
        assumeTrue(
                UkCore.isPresent(),
                "skipped: ../shared/data/ukcore is not there, so no profile to make snapshots from");
        StructureDefinition definition = parse(file);
        StructureDefinition generated = (StructureDefinition) support.generateSnapshot(
                new ValidationSupportContext(support), definition, definition.getUrl(), null, definition.getName());

        Approved.assertCurrent(PACKAGED.resolve(file.getFileName()), SnapshotJson.of(generated));
    }

    @Test
    void thePackageHoldsNoProfileThatNobodyWrote() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGED)) {
            List<Path> packaged = files.map(Path::getFileName)
                    .filter(name -> name.toString().startsWith("StructureDefinition-"))
                    .sorted()
                    .toList();
            org.assertj.core.api.Assertions.assertThat(packaged)
                    .isEqualTo(authored().stream().map(Path::getFileName).toList());
        }
    }

    private static StructureDefinition parse(Path file) throws IOException {
        return UkCore.CONTEXT.newJsonParser().parseResource(StructureDefinition.class, Files.readString(file));
    }
}
