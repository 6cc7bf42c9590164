package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.gateway.store.search.ServedTypes;
import uk.gov.warwickshire.profiles.ProfilePackage;

/** What the API says of itself, held against what it does. */
class CapabilityIT {

    private static final TestRecords CHILD = TestRecords.child(201);
    private static final Map<SearchParamType, String> VALUES = Map.of(
            SearchParamType.TOKEN, "x",
            SearchParamType.STRING, "x",
            SearchParamType.DATE, "2025-01-01",
            SearchParamType.REFERENCE, "x",
            SearchParamType.URI, "http://example.org",
            SearchParamType.QUANTITY, "1");
    /** Of R4, on some type, and of none of ours. */
    private static final List<String> NOT_CLAIMED = List.of("_list", "_query", "_filter", "dose");

    private static ApiGateway gateway;
    private static CapabilityStatement statement;

    @BeforeAll
    static void start() throws Exception {
        gateway = ApiGateway.shared();
        gateway.save(CHILD);
        statement = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(CapabilityStatement.class, open("/metadata").body());
    }

    @Test
    void everyServedTypeIsClaimedAndNoOther() {
        Set<String> claimed = resources().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .collect(Collectors.toSet());
        assertThat(claimed).containsAll(ServedTypes.ALL).contains("AuditEvent").hasSize(ServedTypes.ALL.size() + 1);
        ServedTypes.ALL.forEach(
                type -> assertThat(status("/" + type + "/unknown")).as(type).isEqualTo(404));
        for (String other : List.of("Medication", "Encounter", "Bundle", "CapabilityStatement")) {
            assertThat(claimed).doesNotContain(other);
            assertThat(gateway.get("/" + other + "/1", gateway.token()).body()).contains("type-not-served");
        }
    }

    @Test
    void everyClaimedParameterIsTakenAndEveryOtherRefused() {
        List<String> wrong = new ArrayList<>();
        Set<String> names = resources().stream()
                .flatMap(resource -> resource.getSearchParam().stream())
                .map(parameter -> parameter.getName().split(":", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(NOT_CLAIMED);
        for (CapabilityStatementRestResourceComponent resource : resources()) {
            if (!ServedTypes.ALL.contains(resource.getType())) {
                continue;
            }
            Map<String, SearchParamType> claimed =
                    resource.getSearchParam().stream().collect(Collectors.toMap(p -> p.getName(), p -> p.getType()));
            for (String name : names) {
                String value = VALUES.get(claimed.getOrDefault(name, SearchParamType.TOKEN));
                int status = status("/" + resource.getType() + "?" + patient(resource.getType()) + name + "=" + value);
                if (status != (claimed.containsKey(name) ? 200 : 400)) {
                    wrong.add(resource.getType() + "." + name + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsClaimedOfTheAuditIsTaken() {
        String auditor = gateway.issuer.token("auditor", "X937", "audit.read");
        Map<String, String> values = Map.of(
                "patient",
                "x",
                "agent:identifier",
                "a|RKB",
                "date",
                "2026",
                "outcome",
                "0",
                "purpose",
                "x",
                "subtype",
                "disclose");
        CapabilityStatementRestResourceComponent audit = resources().stream()
                .filter(resource -> resource.getType().equals("AuditEvent"))
                .findFirst()
                .orElseThrow();
        assertThat(audit.getSearchParam())
                .extracting(parameter -> parameter.getName())
                .containsExactlyInAnyOrderElementsOf(values.keySet());
        values.forEach((name, value) -> assertThat(
                        gateway.get("/AuditEvent?" + name + "=" + value.replace("|", "%7C"), auditor)
                                .statusCode())
                .as(name)
                .isEqualTo(200));
        assertThat(gateway.get("/AuditEvent?entity=x", auditor).statusCode()).isEqualTo(400);
    }

    @Test
    void everyClaimedIncludeIsTaken() {
        for (CapabilityStatementRestResourceComponent resource : resources()) {
            String search = "/" + resource.getType() + "?" + patient(resource.getType());
            if (resource.getType().equals("AuditEvent")) {
                continue;
            }
            resource.getSearchInclude().forEach(include -> assertThat(status(search + "_include=" + include.getValue()))
                    .as("%s _include=%s", resource.getType(), include)
                    .isEqualTo(200));
            resource.getSearchRevInclude()
                    .forEach(include -> assertThat(status(search + "_revinclude=" + include.getValue()))
                            .as("%s _revinclude=%s", resource.getType(), include)
                            .isEqualTo(200));
        }
    }

    @Test
    void everyClaimedOperationAnswers() {
        resources().forEach(resource -> resource.getOperation().stream()
                .filter(operation -> !operation.getName().equals("match"))
                .forEach(operation -> assertThat(
                                status("/" + resource.getType() + "/" + CHILD.patientId() + "/$" + operation.getName()))
                        .as(operation.getName())
                        .isEqualTo(200)));
    }

    @Test
    void itIsTheSameInOpenApiAndOnThePage() throws Exception {
        HttpResponse<String> openApi = open("/openapi.json");
        assertThat(openApi.statusCode()).isEqualTo(200);
        JsonNode paths = new JsonMapper().readTree(openApi.body()).get("paths");
        HttpResponse<String> page = open("/api-docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("src=", "<script");
        for (CapabilityStatementRestResourceComponent resource : resources()) {
            assertThat(paths.has("/" + resource.getType())).isTrue();
            assertThat(page.body()).contains("<h2>" + resource.getType() + "</h2>");
        }
    }

    @Test
    void aTokenIsAskedForSmartScopes() {
        assertThat(statement
                        .getRestFirstRep()
                        .getSecurity()
                        .getServiceFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("SMART-on-FHIR");
        assertThat(statement.getImplementation().getUrl()).isEqualTo(gateway.base());
    }

    /** The statement that partners build against stands in the FHIR package. */
    @Test
    void whatThePackageDemandsOfAServerIsClaimed() {
        CapabilityStatement demanded =
                gateway.bean(ProfilePackage.class).resource(CapabilityStatement.class, "social-care-server");

        assertThat(statement.getInstantiates())
                .extracting(url -> url.getValue())
                .contains(demanded.getUrl());
        assertThat(claims(statement)).containsAll(claims(demanded));
        assertThat(claims(demanded))
                .contains(
                        "CareTeam search key-worker reference",
                        "Patient operation social-care-record",
                        "Flag supports https://fhir.hl7.org.uk/StructureDefinition/UKCore-Flag");
    }

    private static Set<String> claims(CapabilityStatement of) {
        Set<String> claims = new TreeSet<>();
        for (CapabilityStatementRestResourceComponent resource :
                of.getRestFirstRep().getResource()) {
            String type = resource.getType();
            claims.add(type + " is " + resource.getProfile());
            resource.getSupportedProfile().forEach(profile -> claims.add(type + " supports " + profile.getValue()));
            resource.getInteraction().forEach(i -> claims.add(type + " does " + i.getCode()));
            resource.getSearchParam()
                    .forEach(p -> claims.add(
                            type + " search " + p.getName() + " " + p.getType().toCode()));
            resource.getOperation().forEach(operation -> claims.add(type + " operation " + operation.getName()));
        }
        return claims;
    }

    private static List<CapabilityStatementRestResourceComponent> resources() {
        return statement.getRestFirstRep().getResource();
    }

    /** What makes a search one about a patient. */
    private static String patient(String type) {
        if (ServedTypes.isDirectory(type)) {
            return "";
        }
        return switch (type) {
            case "Patient" -> "_id=" + CHILD.patientId() + "&";
            default -> "patient=" + CHILD.patientId() + "&";
        };
    }

    private static int status(String path) {
        return gateway.get(path, gateway.token()).statusCode();
    }

    private static HttpResponse<String> open(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(gateway.base() + path)).build(), BodyHandlers.ofString());
    }
}
