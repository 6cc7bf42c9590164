package uk.gov.warwickshire.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The resources of the package, moved to the base address of the council that runs the gateway: as shipped, or with the
 * council's own code systems, value sets and concept maps in the place of those shipped under the same url. What it
 * hands out of those has been checked. Immutable by convention: nobody changes a resource it hands out.
 */
public final class ProfilePackage {

    /** The base address the resources are written with. */
    public static final String PUBLISHED_BASE = "https://fhir.warwickshire.gov.uk";

    private final FhirContext context;
    private final String baseUri;
    private final List<PackageFile> definitions;
    private final Map<String, PackageFile.Parsed> terminology;

    private ProfilePackage(
            FhirContext context,
            String baseUri,
            List<PackageFile> definitions,
            Map<String, PackageFile.Parsed> terminology) {
        this.context = context;
        this.baseUri = baseUri;
        this.definitions = definitions;
        this.terminology = terminology;
    }

    /** As shipped; see {@link #load(FhirContext, String, Optional)}. */
    public static ProfilePackage load(FhirContext context, String baseUri) {
        return load(context, baseUri, Optional.empty());
    }

    /**
     * @param baseUri base address of the council's own systems, without a slash at the end
     * @param overrides folder of `*.json` files with a CodeSystem, ValueSet or ConceptMap each, which replace the shipped
     *     ones of the same url
     * @throws ProfileException naming file, line and fault of everything that is not valid
     */
    public static ProfilePackage load(FhirContext context, String baseUri, Optional<Path> overrides) {
        List<PackageFile> definitions = new ArrayList<>();
        Map<String, PackageFile.Parsed> terminology = new LinkedHashMap<>();
        for (String name : index()) {
            PackageFile file = PackageFile.shipped(name, baseUri);
            if (Overrides.isTerminology(name)) {
                PackageFile.Parsed parsed = file.parse(context);
                terminology.put(parsed.key(), parsed);
            } else {
                definitions.add(file);
            }
        }
        Map<String, PackageFile.Parsed> inForce = overrides
                .map(folder -> new Overrides(context, baseUri, folder).over(terminology))
                .orElse(terminology);
        List<String> problems = new ArrayList<>(new TerminologyCheck(inForce.values()).problems());
        problems.addAll(Overrides.droppedSources(terminology, inForce));
        if (!problems.isEmpty()) {
            throw new ProfileException(problems);
        }
        return new ProfilePackage(context, baseUri, List.copyOf(definitions), inForce);
    }

    /** Base address of the council's own systems, without a slash at the end. */
    public String baseUri() {
        return baseUri;
    }

    /** Every code system, value set and concept map in force. */
    public List<Resource> terminology() {
        return terminology.values().stream()
                .<Resource>map(PackageFile.Parsed::resource)
                .toList();
    }

    /** Every resource of the package. Those that are no terminology are parsed anew by each call. */
    public List<Resource> resources() {
        List<Resource> resources = new ArrayList<>(terminology());
        definitions.forEach(file -> resources.add(file.parse(context).resource()));
        return List.copyOf(resources);
    }

    /**
     * One resource of the package. One that is no terminology is parsed anew by each call.
     *
     * @throws ProfileException if the package has no such resource
     */
    public <T extends Resource> T resource(Class<T> type, String id) {
        String key = type.getSimpleName() + "/" + id;
        String file = type.getSimpleName() + "-" + id + ".json";
        return Optional.ofNullable(terminology.get(key))
                .or(() -> definitions.stream()
                        .filter(definition -> definition.place().equals(file))
                        .findFirst()
                        .map(definition -> definition.parse(context)))
                .map(parsed -> type.cast(parsed.resource()))
                .orElseThrow(() -> new ProfileException(key, "not in the package"));
    }

    /**
     * That something of a code system, value set or concept map cannot be used, for a user of it who finds that out.
     *
     * @param pointer JSON pointer of the element in the resource, `/group/0/target`
     */
    public ProfileException fault(Class<? extends Resource> type, String id, String pointer, String problem) {
        PackageFile.Parsed parsed = terminology.get(type.getSimpleName() + "/" + id);
        return new ProfileException(List.of(parsed == null ? id + ": " + problem : parsed.problem(pointer, problem)));
    }

    /** The JSON of every profile and extension, with its snapshot. */
    public List<String> structureDefinitions() {
        return definitions.stream()
                .filter(file -> file.place().startsWith("StructureDefinition-"))
                .map(PackageFile::text)
                .toList();
    }

    /** Changes whenever a code list or map that mappers use does: what was mapped with another one is mapped again. */
    public String fingerprint() {
        Map<String, String> texts = new TreeMap<>();
        terminology.forEach((key, parsed) -> texts.put(key, parsed.file().text()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((key, text) -> digest.update((key + '\n' + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static List<String> index() {
        JsonNode index = JsonMapper.shared()
                .readTree(PackageFile.shipped(".index.json", PUBLISHED_BASE).text());
        return index.path("files")
                .valueStream()
                .map(file -> file.path("filename").asString())
                .toList();
    }
}
