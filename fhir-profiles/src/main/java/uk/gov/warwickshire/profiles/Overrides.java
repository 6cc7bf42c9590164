package uk.gov.warwickshire.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;

/** The folder in which a council keeps its own code systems, value sets and concept maps. */
final class Overrides {

    private static final List<String> TYPES = List.of("CodeSystem-", "ValueSet-", "ConceptMap-");

    private final FhirContext context;
    private final String baseUri;
    private final Path folder;

    Overrides(FhirContext context, String baseUri, Path folder) {
        this.context = context;
        this.baseUri = baseUri;
        this.folder = folder;
    }

    static boolean isTerminology(String fileName) {
        return TYPES.stream().anyMatch(fileName::startsWith);
    }

    /** @throws ProfileException with everything that cannot take the place of a shipped file */
    Map<String, PackageFile.Parsed> over(Map<String, PackageFile.Parsed> shipped) {
        Map<String, PackageFile.Parsed> inForce = new LinkedHashMap<>(shipped);
        Map<String, String> origins = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files()) {
            try {
                PackageFile.Parsed own = PackageFile.of(file, baseUri).parse(context);
                PackageFile.Parsed replaced = replaced(own, shipped);
                String first = origins.putIfAbsent(replaced.key(), own.file().place());
                if (first != null) {
                    problems.add(own.problem("/url", "the url is also that of " + first));
                }
                droppedCodes(own, replaced).ifPresent(problems::add);
                inForce.put(replaced.key(), own);
            } catch (ProfileException invalid) {
                problems.add(invalid.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProfileException(problems);
        }
        return inForce;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new ProfileException(folder.toString(), "no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ProfileException(folder.toString(), "cannot be read");
        }
    }

    private static PackageFile.Parsed replaced(PackageFile.Parsed own, Map<String, PackageFile.Parsed> shipped) {
        return shipped.values().stream()
                .filter(other ->
                        other.resource().fhirType().equals(own.resource().fhirType()))
                .filter(other -> other.resource().getUrl().equals(own.resource().getUrl()))
                .findFirst()
                .orElseThrow(() -> new ProfileException(List.of(own.problem(
                        "/url",
                        "no CodeSystem, ValueSet or ConceptMap of the package has this type and url, so nothing would"
                                + " use it"))));
    }

    /** Mappers and earlier extracts know the shipped codes: a list may grow and be reworded, not shrink. */
    private static Optional<String> droppedCodes(PackageFile.Parsed own, PackageFile.Parsed shipped) {
        if (!(own.resource() instanceof CodeSystem list) || !(shipped.resource() instanceof CodeSystem before)) {
            return Optional.empty();
        }
        return dropped(codes(before), codes(list))
                .map(dropped -> own.problem("/concept", "the shipped codes " + dropped + " may not be left out"));
    }

    /**
     * A code that a map no longer mentions would lose its meaning unnoticed; by one of them CP-IS is told of a child.
     *
     * @return what is wrong with the maps in force
     */
    static List<String> droppedSources(
            Map<String, PackageFile.Parsed> shipped, Map<String, PackageFile.Parsed> inForce) {
        List<String> problems = new ArrayList<>();
        for (PackageFile.Parsed before : shipped.values()) {
            PackageFile.Parsed own = inForce.getOrDefault(before.key(), before);
            if (own.resource() instanceof ConceptMap map && before.resource() instanceof ConceptMap mapBefore) {
                dropped(sources(mapBefore), sources(map))
                        .ifPresent(codes -> problems.add(own.problem(
                                "/group",
                                "the source codes " + codes
                                        + " may not be left out; say `unmatched` where there is no target")));
            }
        }
        return problems;
    }

    private static Optional<Set<String>> dropped(Set<String> before, Set<String> kept) {
        Set<String> dropped = new LinkedHashSet<>(before);
        dropped.removeAll(kept);
        return Optional.of(dropped).filter(codes -> !codes.isEmpty());
    }

    private static Set<String> codes(CodeSystem list) {
        return list.getConcept().stream()
                .map(ConceptDefinitionComponent::getCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> sources(ConceptMap map) {
        return map.getGroup().stream()
                .flatMap(group -> group.getElement().stream())
                .map(SourceElementComponent::getCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
