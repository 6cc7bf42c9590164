package uk.gov.warwickshire.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * One file of the package: where it came from and what it says, moved to the council's base address.
 *
 * @param place how messages name it
 */
record PackageFile(String place, String text) {

    private static final String FOLDER = "/package/";
    private static final Pattern UNKNOWN_NAME = Pattern.compile("(?:element|attribute) '([^']+)'");

    static PackageFile shipped(String name, String baseUri) {
        try (InputStream in = PackageFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ProfileException(name, "not on the class path");
            }
            return new PackageFile(name, moved(new String(in.readAllBytes(), StandardCharsets.UTF_8), baseUri));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PackageFile of(Path file, String baseUri) {
        try {
            return new PackageFile(file.toString(), moved(Files.readString(file), baseUri));
        } catch (IOException unreadable) {
            throw new ProfileException(file.toString(), "cannot be read as UTF-8 text");
        }
    }

    /** @throws ProfileException with the line, if it is no JSON or has an element that R4 does not know */
    Parsed parse(FhirContext context) {
        JsonLines lines = JsonLines.of(place, text);
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            if (parser.parseResource(text) instanceof MetadataResource resource && resource.hasUrl()) {
                return new Parsed(this, lines, resource);
            }
            throw new ProfileException(lines.at(place, ""), "needs a resource with a url");
        } catch (DataFormatException invalid) {
            String why = String.valueOf(invalid.getMessage());
            Matcher name = UNKNOWN_NAME.matcher(why);
            String pointer = name.find() ? lines.firstNamed(name.group(1)) : "";
            throw new ProfileException(lines.at(place, pointer), "no valid resource: " + why);
        }
    }

    private static String moved(String text, String baseUri) {
        return text.replace(ProfilePackage.PUBLISHED_BASE, baseUri);
    }

    /** The file as a resource, and where each of its elements stands. */
    record Parsed(PackageFile file, JsonLines lines, MetadataResource resource) {
        /** `file line 12: problem`. */
        String problem(String pointer, String problem) {
            return lines.at(file.place(), pointer) + ": " + problem;
        }

        String id() {
            return resource.getIdElement().getIdPart();
        }

        /** `ConceptMap/plan-type-to-snomed`. */
        String key() {
            return resource.fhirType() + "/" + id();
        }
    }
}
