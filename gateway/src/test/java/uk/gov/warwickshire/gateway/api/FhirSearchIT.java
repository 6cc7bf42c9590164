package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.warwickshire.gateway.api.FhirAnswers.json;
import static uk.gov.warwickshire.gateway.api.FhirAnswers.matches;
import static uk.gov.warwickshire.gateway.api.FhirAnswers.types;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** How a partner searches: page by page, with what belongs to it, by a posted form, by words and misspelt names. */
class FhirSearchIT {

    private static final String NHS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final TestRecords ANNA = TestRecords.child(7).flags("one", "two", "three");
    private static final TestRecords BEN = TestRecords.child(8).family("Other").mother(TestRecords.nhsNumber(220));

    private static ApiGateway gateway;
    private static IGenericClient client;

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(ANNA, BEN);
        client = gateway.client(gateway.token());
    }

    @Test
    void pagesAreFollowedByTheirOwnCallerAlone() {
        Bundle first = client.search()
                .byUrl("Flag?patient.identifier=" + NHS + "|" + number(ANNA) + "&_count=2&_sort=_id")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(matches(first)).hasSize(2);
        String next = first.getLink("next").getUrl();
        assertThat(next).startsWith(gateway.base() + "/Flag?_page=").doesNotContain(number(ANNA));
        assertThat(first.getLink("self").getUrl())
                .contains("_count=2", "_sort=_id")
                .doesNotContain(number(ANNA));

        Bundle second = client.loadPage().next(first).execute();
        assertThat(matches(second)).hasSize(1).doesNotContainAnyElementsOf(matches(first));
        assertThat(second.getLink("next")).isNull();

        String path = next.substring(gateway.base().length());
        String other = gateway.issuer.token("someone-else", ApiGateway.PARTNER, ApiGateway.EVERYTHING);
        assertThat(gateway.get(path, other).statusCode()).isEqualTo(404);
        assertThat(gateway.get(path.replace("Flag", "Task"), gateway.token()).statusCode())
                .isEqualTo(404);
        assertThat(gateway.get(path + "&_count=1", gateway.token()).statusCode())
                .isEqualTo(400);
        gateway.jdbc.update("update search_page set expires_at = now() - interval '1 second'");
        assertThat(gateway.get(path, gateway.token()).statusCode()).isEqualTo(404);
    }

    @Test
    void includedResourcesComeAlong() {
        Bundle bundle = client.search()
                .byUrl("Patient?_id=" + BEN.patientId()
                        + "&_include=Patient:organization&_revinclude=Flag:patient&_revinclude=RelatedPerson:patient")
                .returnBundle(Bundle.class)
                .execute();

        assertThat(types(bundle)).containsExactlyInAnyOrder("Patient", "Organization", "Flag", "RelatedPerson");
        assertThat(bundle.getEntry().stream()
                        .filter(e -> e.getSearch().getMode() == SearchEntryMode.MATCH)
                        .map(e -> e.getResource().fhirType()))
                .containsExactly("Patient");
    }

    @Test
    void aSearchMayBePosted() {
        HttpResponse<String> posted = gateway.send(
                "POST",
                "/Flag/_search",
                gateway.token(),
                "patient:identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + number(ANNA),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(posted.statusCode()).isEqualTo(200);
        Bundle bundle = (Bundle) FhirContext.forR4Cached().newJsonParser().parseResource(posted.body());
        assertThat(matches(bundle)).hasSize(3);
    }

    @Test
    void aMisspeltNameIsFoundAndWordsAre() {
        TestRecords child = TestRecords.child(5).family("Featherstonehaugh");
        gateway.save(child, TestRecords.child(6).family("Featherstonehaugh").postcode("HR"));
        Patient sought = new Patient();
        sought.addName().setFamily("Fetherstonhaugh");
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":"
                + json(sought) + "}]}";

        await().untilAsserted(() -> {
            HttpResponse<String> response = gateway.send(
                    "POST", "/Patient/$match", gateway.token(), body, "Content-Type", "application/fhir+json");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            Bundle found = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, response.body());
            assertThat(matches(found)).as("the other lives in another region").containsExactly(child.patientId());
            assertThat(found.getEntryFirstRep().getSearch().getScore()).isPositive();
        });
        assertThat(matches(client.search()
                        .byUrl("Patient?_id=" + child.patientId() + "&_content=featherstonehaugh")
                        .returnBundle(Bundle.class)
                        .execute()))
                .containsExactly(child.patientId());
        assertThat(matches(client.search()
                        .byUrl("Patient?_id=" + child.patientId() + "&_content=nonsense")
                        .returnBundle(Bundle.class)
                        .execute()))
                .isEmpty();
    }

    private static String number(TestRecords child) {
        return child.nhsNumber().orElseThrow().digits();
    }
}
