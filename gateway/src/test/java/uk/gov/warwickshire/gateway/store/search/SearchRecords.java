package uk.gov.warwickshire.gateway.store.search;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import uk.gov.warwickshire.gateway.store.ChildFacts;
import uk.gov.warwickshire.gateway.store.ChildToSave;
import uk.gov.warwickshire.gateway.store.TestStores;
import uk.gov.warwickshire.gateway.testing.TestDatabase;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.fhir.FhirEncoder;
import uk.gov.warwickshire.mappings.fhir.FhirRecord;
import uk.gov.warwickshire.mappings.fhir.MappedResource;
import uk.gov.warwickshire.mappings.record.VerificationStatus;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** Three children and a directory, fixed, beside the queries about them. */
final class SearchRecords {

    static final FhirContext FHIR = FhirContext.forR4Cached();
    static final SearchParameters PARAMETERS = SearchParameters.of(
            FHIR, ProfilePackage.load(FHIR, ProfilePackage.PUBLISHED_BASE).resources());
    static final String BASE = "https://gateway.example/fhir/R4";
    static final Clock NOW = Clock.fixed(Instant.parse("2026-03-10T00:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, String> SAVED_AT = Map.of(
            "amelie", "2026-01-10T08:30:00.250Z",
            "ben", "2026-02-20T12:00:00Z",
            "chloe", "2026-03-05T23:59:59.999Z");

    private SearchRecords() {}

    static List<String> lines(String file) {
        try (InputStream in = SearchRecords.class.getResourceAsStream("/search/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Resource> resources(String file) {
        return lines(file + ".ndjson").stream()
                .map(line -> (Resource) FHIR.newJsonParser().parseResource(line))
                .toList();
    }

    static void save(TestDatabase database) {
        FhirEncoder encoder = new FhirEncoder(FHIR, new ResourceIndexer(FHIR, PARAMETERS));
        SAVED_AT.forEach((child, at) -> {
            List<MappedResource> mapped = new ArrayList<>();
            resources(child).forEach(resource -> mapped.add(mapped(resource)));
            if (child.equals("amelie")) {
                resources("directory").forEach(resource -> mapped.add(mapped(resource)));
            }
            ChildFacts facts = new ChildFacts(
                    child,
                    Optional.empty(),
                    VerificationStatus.TRACE_REQUIRED,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Map.of());
            ChildToSave toSave = new ChildToSave(facts, encoder.encode(new FhirRecord(child, mapped)));
            Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
            database.transactions().executeWithoutResult(status -> TestStores.on(database, clock)
                    .save(List.of(toSave)));
        });
    }

    private static MappedResource mapped(Resource resource) {
        return new MappedResource(resource, Category.DEMOGRAPHICS, Optional.empty());
    }
}
