import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import ca.uhn.fhir.jpa.provider.BaseResourceProviderR4Test;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Test;

/** The corpus of the gateway's search, asked of HAPI's JPA server over HTTP. Finds differences and judges none. */
class CorpusOnHapiJpaTest extends BaseResourceProviderR4Test {

    private static final Path CORPUS = Path.of("../../src/test/resources/search");
    private static final Path PACKAGE = Path.of("../../../fhir-profiles/src/main/resources/package");
    private static final String BASE = "https://gateway.example/fhir/R4";

    /** As the gateway's own test stores them. */
    private static final Map<String, String> LAST_UPDATED = Map.of(
            "directory", "2026-01-01T00:00:00Z",
            "amelie", "2026-01-10T08:30:00.250Z",
            "ben", "2026-02-20T12:00:00Z",
            "chloe", "2026-03-05T23:59:59.999Z");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void compare() throws Exception {
        myStorageSettings.setEnforceReferentialIntegrityOnWrite(false);
        myStorageSettings.setEnforceReferenceTargetTypes(false);
        myStorageSettings.setAllowContainsSearches(true);
        myStorageSettings.setTreatBaseUrlsAsLocal(Set.of(BASE));
        myStorageSettings.setIndexMissingFields(IndexEnabledEnum.ENABLED);
        myStorageSettings.setReuseCachedSearchResultsForMillis(null);
        myStorageSettings.setMarkResourcesForReindexingUponSearchParameterChange(false);
        defineParameters();
        // Twice, for the second to find every target that the first named: a link to nowhere is not indexed.
        store(true);
        store(false);
        for (Map.Entry<String, String> records : LAST_UPDATED.entrySet()) {
            setLastUpdated(records.getKey(), Date.from(Instant.parse(records.getValue())));
        }
        List<String> differences = new ArrayList<>();
        int same = 0;
        for (String line : Files.readAllLines(CORPUS.resolve("queries.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            String expected = sorted(columns[1]);
            String actual = ask(columns[0], expected.startsWith("> "));
            if (expected.equals(actual) || expected.startsWith("error") && actual.startsWith("HTTP 4")) {
                same++;
            } else {
                differences.add("%s%n  gateway  %s%n  HAPI JPA %s%n  rule     %s"
                        .formatted(columns[0], expected, actual, columns[2]));
            }
        }
        differences.add(same + " answered alike, " + differences.size() + " otherwise");
        Files.write(Path.of("target/differences.txt"), differences);
    }

    private void defineParameters() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGE)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("SearchParameter-"))
                    .toList()) {
                SearchParameter parameter =
                        myFhirContext.newJsonParser().parseResource(SearchParameter.class, Files.readString(file));
                mySearchParameterDao.update(parameter.setStatus(PublicationStatus.ACTIVE), mySrd);
            }
        }
        mySearchParamRegistry.forceRefresh();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private void store(boolean asDraft) throws IOException {
        for (String records : LAST_UPDATED.keySet()) {
            for (Resource resource : read(records)) {
                if (asDraft) {
                    resource.setLanguage("xx");
                }
                ((IFhirResourceDao) myDaoRegistry.getResourceDao(resource.fhirType())).update(resource, mySrd);
            }
        }
    }

    private void setLastUpdated(String records, Date at) throws IOException {
        for (Resource resource : read(records)) {
            runInTransaction(() -> myEntityManager
                    .createQuery("update ResourceTable set myUpdated = :at where myFhirId = :id and myResourceType = :type")
                    .setParameter("at", at)
                    .setParameter("id", resource.getIdElement().getIdPart())
                    .setParameter("type", resource.fhirType())
                    .executeUpdate());
        }
    }

    private List<Resource> read(String records) throws IOException {
        return Files.readAllLines(CORPUS.resolve(records + ".ndjson")).stream()
                .map(line -> (Resource) myFhirContext.newJsonParser().parseResource(line))
                .toList();
    }

    private String ask(String query, boolean ordered) throws IOException, InterruptedException {
        String[] parts = query.split("\\?", 2);
        String parameters = Stream.of((parts[1] + "&_total=accurate&_count=100").split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> URLEncoder.encode(pair[0], UTF_8) + "=" + URLEncoder.encode(pair[1], UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(myServerBase + "/" + parts[0] + "?" + parameters))
                        .header("Accept", "application/fhir+json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return "HTTP " + response.statusCode() + " " + response.body().replaceAll("(?s).*?(HAPI-\\d+[^\"<]*).*", "$1");
        }
        Bundle bundle = (response.body().startsWith("<") ? myFhirContext.newXmlParser() : myFhirContext.newJsonParser())
                .parseResource(Bundle.class, response.body());
        String included = ids(bundle, SearchEntryMode.INCLUDE);
        return sorted((ordered ? "> " : "") + ids(bundle, SearchEntryMode.MATCH)
                + (included.equals("-") ? "" : " + " + included));
    }

    private static String ids(Bundle bundle, SearchEntryMode mode) {
        List<String> ids = bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == mode)
                .map(BundleEntryComponent::getResource)
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
        return ids.isEmpty() ? "-" : String.join(" ", ids);
    }

    /** Ids in one order, unless the order is what is asked for. */
    private static String sorted(String expected) {
        if (expected.startsWith("error") || expected.equals("refused")) {
            return expected;
        }
        boolean ordered = expected.startsWith("> ");
        String[] parts = expected.replaceFirst("^> ", "").split(" \\+ ");
        String matches = ordered ? "> " + parts[0] : inOrder(parts[0]);
        return parts.length > 1 ? matches + " + " + inOrder(parts[1]) : matches;
    }

    private static String inOrder(String ids) {
        return Arrays.stream(ids.trim().split(" +")).sorted().collect(Collectors.joining(" "));
    }
}
