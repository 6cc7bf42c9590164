package uk.gov.warwickshire.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of the package, read once from the class path and moved to the base address of the council that runs
 * the gateway. Immutable by convention: nobody changes a resource it hands out.
 */
public final class ProfilePackage {

    /** The base address the resources are written with. */
    public static final String PUBLISHED_BASE = "https://fhir.warwickshire.gov.uk";

    private static final String FOLDER = "/package/";

    private final Map<String, Resource> resources;

    private ProfilePackage(Map<String, Resource> resources) {
        this.resources = resources;
    }

    /**
     * @param baseUri base address of the council's own systems, without a slash at the end
     * @throws ProfileException naming the file, if one is missing or no valid resource
     */
    public static ProfilePackage load(FhirContext context, String baseUri) {
        IParser parser = context.newJsonParser();
        Map<String, Resource> read = new LinkedHashMap<>();
        for (String name : text("contents.txt").lines().toList()) {
            Resource resource = parse(parser, name, text(name).replace(PUBLISHED_BASE, baseUri));
            read.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        }
        return new ProfilePackage(read);
    }

    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /** @throws ProfileException if the package has no such resource */
    public <T extends Resource> T resource(Class<T> type, String id) {
        return Optional.ofNullable(resources.get(type.getSimpleName() + "/" + id))
                .map(type::cast)
                .orElseThrow(() -> new ProfileException(type.getSimpleName() + "/" + id, "not in the package"));
    }

    private static Resource parse(IParser parser, String name, String json) {
        try {
            return (Resource) parser.parseResource(json);
        } catch (DataFormatException invalid) {
            throw new ProfileException(name, "no valid resource: " + invalid.getMessage());
        }
    }

    private static String text(String name) {
        try (InputStream in = ProfilePackage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ProfileException(name, "not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
