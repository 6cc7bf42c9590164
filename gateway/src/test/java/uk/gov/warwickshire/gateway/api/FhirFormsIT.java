package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** The same answer in every form and by every way that FHIR has for it. */
class FhirFormsIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final TestRecords CHILD = TestRecords.child(401).flags("one", "two", "three");
    private static final TestRecords FAR_AWAY = TestRecords.child(402).postcode("HR");

    private static ApiGateway gateway;

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(CHILD, FAR_AWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&_format=xml",
                "&_pretty=true",
                "&_elements=code",
                "&_summary=true",
                "&_summary=text",
                "&_summary=data",
                "&_summary=count",
                "&_summary=count&_format=xml",
                "&_summary=count&_pretty=true",
                "&_count=0",
                "&_count=0&_format=xml",
            })
    void whatIsWithheldIsSaidInEveryForm(String form) {
        HttpResponse<String> answer = get("/Flag?patient=" + FAR_AWAY.patientId() + form);

        assertThat(answer.statusCode()).isEqualTo(200);
        Bundle bundle = parsed(answer);
        assertThat(bundle.getTotal()).isZero();
        assertThat(bundle.getEntry()).hasSize(1);
        assertThat(bundle.getEntryFirstRep().getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.OUTCOME);
        assertThat(answer.body()).contains("may-be-withheld");
    }

    @Test
    void theNextPageComesInTheFormOfTheFirst() {
        Bundle first =
                parsed(get("/Flag?patient=" + CHILD.patientId() + "&_count=1&_elements=code&_format=xml&_pretty=true"));
        assertThat(first.getLink("self").getUrl()).contains("_elements=code", "_format=xml");
        String next = first.getLink("next").getUrl();

        HttpResponse<String> second = get(next.substring(gateway.base().length()));

        assertThat(second.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+xml");
        assertThat(parsed(second).getEntryFirstRep().getResource().getMeta().getTag())
                .anyMatch(tag -> tag.getCode().equals("SUBSETTED"));
        assertThat(second.body()).contains("<code>").doesNotContain("<subject>");
    }

    @Test
    void whatWasIgnoredOnceIsIgnoredOnEveryPage() {
        String search = "/Flag?patient=" + CHILD.patientId() + "&_count=1&colour=blue";
        assertThat(get(search).statusCode()).isEqualTo(400);

        HttpResponse<String> lenient = get(search, "Prefer", "handling=lenient");

        Bundle first = parsed(lenient);
        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(first.getLink("self").getUrl()).doesNotContain("colour");
        String next = first.getLink("next").getUrl().substring(gateway.base().length());
        assertThat(parsed(get(next)).getEntry()).hasSize(1);
        assertThat(get("/Flag?patient=" + CHILD.patientId() + "&_count=x", "Prefer", "handling=lenient")
                        .statusCode())
                .as("lenient is about what is unknown, not about what is wrong")
                .isEqualTo(400);
    }

    @Test
    void unchangedSinceADateIsNotSentAgain() {
        String path = "/Patient/" + CHILD.patientId();
        String modified = get(path).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(modified).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "Sun, 01 Jan 2023 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", "a while ago").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", modified, "If-None-Match", "W/\"9\"")
                        .statusCode())
                .as("a tag counts, not the date")
                .isEqualTo(200);
    }

    @Test
    void theHeadOfAReadIsWithoutBody() {
        HttpResponse<String> head = gateway.send("HEAD", "/Patient/" + CHILD.patientId(), gateway.token(), "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).hasValue("W/\"1\"");
    }

    @Test
    void formAndAddressOfASearchAreTakenTogether() {
        HttpResponse<String> posted = gateway.send(
                "POST",
                "/Flag/_search?_count=2",
                gateway.token(),
                "patient=" + CHILD.patientId(),
                "Content-Type",
                FORM);
        Bundle first = parsed(posted);
        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(ids(first)).hasSize(2);

        Bundle second = parsed(
                get(first.getLink("next").getUrl().substring(gateway.base().length())));
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void anOperationMayBePosted() {
        Parameters asked = new Parameters();
        asked.addParameter("_type", "Flag");
        Bundle flags = gateway.client(gateway.token())
                .operation()
                .onInstance("Patient/" + CHILD.patientId())
                .named("$everything")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(flags.getEntry()).hasSize(3);

        Bundle document = gateway.client(gateway.token())
                .operation()
                .onInstance("Patient/" + CHILD.patientId())
                .named("$social-care-record")
                .withNoParameters(Parameters.class)
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(document.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .map(Resource::getIdPart)
                .toList();
    }

    private static Bundle parsed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        FhirContext fhir = FhirContext.forR4Cached();
        return (answer.body().startsWith("<") ? fhir.newXmlParser() : fhir.newJsonParser())
                .parseResource(Bundle.class, answer.body());
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return gateway.get(path, gateway.token(), headers);
    }
}
