package uk.gov.warwickshire.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.api.FhirAnswers.json;
import static uk.gov.warwickshire.gateway.api.FhirAnswers.types;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.ResourceIds;

/** What a partner reads of a record with the API, with a client that knows FHIR and nothing of us. */
class FhirApiIT {

    private static final String NHS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final TestRecords ANNA = TestRecords.child(1).flags("one", "two", "three");
    private static final TestRecords BEN = TestRecords.child(2).family("Other").mother(TestRecords.nhsNumber(200));
    private static final TestRecords FAR_AWAY = TestRecords.child(3).postcode("HR");

    private static ApiGateway gateway;
    private static IGenericClient client;

    @BeforeAll
    static void start() {
        gateway = ApiGateway.shared();
        gateway.save(ANNA, BEN, FAR_AWAY);
        client = gateway.client(gateway.token());
    }

    @Test
    void aPartnerFindsAChildAndReadsTheRecord() {
        Bundle found = client.search()
                .forResource(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(NHS, number(ANNA)))
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getTotal()).isEqualTo(1);
        Patient patient = (Patient) found.getEntryFirstRep().getResource();
        assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Example");
        assertThat(found.getEntryFirstRep().getFullUrl()).isEqualTo(gateway.base() + "/Patient/" + ANNA.patientId());

        Patient read =
                client.read().resource(Patient.class).withId(ANNA.patientId()).execute();
        assertThat(json(read)).isEqualTo(json(patient));

        Bundle flags = client.search()
                .byUrl("Flag?patient:identifier=" + NHS + "|" + number(ANNA))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(flags.getEntry()).hasSize(3).allMatch(e -> e.getResource() instanceof Flag);

        Bundle everything = client.operation()
                .onInstance("Patient/" + ANNA.patientId())
                .named("$everything")
                .withNoParameters(org.hl7.fhir.r4.model.Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(types(everything)).containsExactlyInAnyOrder("Patient", "Flag", "Flag", "Flag", "Organization");
    }

    @Test
    void theRecordIsADocument() {
        Bundle document = client.operation()
                .onInstance("Patient/" + BEN.patientId())
                .named("$social-care-record")
                .withNoParameters(org.hl7.fhir.r4.model.Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();

        assertThat(document.getType()).isEqualTo(BundleType.DOCUMENT);
        assertThat(document.hasIdentifier()).isTrue();
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(composition.getSubject().getReference()).isEqualTo(gateway.base() + "/Patient/" + BEN.patientId());
        assertThat(composition.getSection().stream().map(Composition.SectionComponent::getTitle))
                .containsExactly("Person demographics", "Safeguarding", "Personal contacts");
        List<String> entries = document.getEntry().stream()
                .map(BundleEntryComponent::getFullUrl)
                .toList();
        assertThat(composition.getSection().stream()
                        .flatMap(s -> java.util.stream.Stream.concat(
                                s.getEntry().stream(), s.getSection().stream().flatMap(sub -> sub.getEntry().stream())))
                        .map(org.hl7.fhir.r4.model.Reference::getReference))
                .isSubsetOf(entries);
    }

    @Test
    void versionsAndHistory() {
        TestRecords child = TestRecords.child(4).flags("kept", "removed");
        gateway.save(child);
        gateway.save(child.family("Renamed").flags("kept"));

        Bundle history = client.history()
                .onInstance("Patient/" + child.patientId())
                .returnBundle(Bundle.class)
                .execute();
        assertThat(history.getType()).isEqualTo(BundleType.HISTORY);
        assertThat(history.getEntry().stream()
                        .map(e -> ((Patient) e.getResource()).getNameFirstRep().getFamily()))
                .containsExactly("Renamed", "Example");

        Patient first = client.read()
                .resource(Patient.class)
                .withIdAndVersion(child.patientId(), "1")
                .execute();
        assertThat(first.getNameFirstRep().getFamily()).isEqualTo("Example");

        String removed = ResourceIds.of("test", child.childId() + "removed");
        assertThatThrownBy(
                        () -> client.read().resource(Flag.class).withId(removed).execute())
                .isInstanceOf(ResourceGoneException.class);
        assertThat(client.history()
                        .onInstance("Flag/" + removed)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntryFirstRep()
                        .getRequest()
                        .getMethod()
                        .toCode())
                .isEqualTo("DELETE");
        assertThatThrownBy(() -> client.read()
                        .resource(Patient.class)
                        .withIdAndVersion(child.patientId(), "9")
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void unchangedIsNotSentAgain() {
        String path = "/Patient/" + ANNA.patientId();
        HttpResponse<String> first = gateway.get(path, gateway.token());
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/fhir+json;charset=UTF-8");
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isEqualTo("W/\"1\"");

        HttpResponse<String> second = gateway.get(path, gateway.token(), "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(gateway.get(path, gateway.token(), "If-None-Match", "W/\"2\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void otherFormsOfTheSame() {
        Patient plain =
                client.read().resource(Patient.class).withId(ANNA.patientId()).execute();
        IGenericClient xml = gateway.client(gateway.token());
        xml.setEncoding(EncodingEnum.XML);
        Patient read =
                xml.read().resource(Patient.class).withId(ANNA.patientId()).execute();
        assertThat(json(read)).isEqualTo(json(plain));

        HttpResponse<String> asXml = gateway.get("/Patient/" + ANNA.patientId() + "?_format=xml", gateway.token());
        assertThat(asXml.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+xml");
        assertThat(asXml.headers().firstValue("ETag")).hasValue("W/\"1\"");

        Bundle summary = client.search()
                .byUrl("Flag?patient=" + ANNA.patientId())
                .summaryMode(SummaryEnum.TRUE)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(summary.getEntry()).hasSize(3);
        assertThat(summary.getEntryFirstRep().getResource().getMeta().getTag())
                .anyMatch(tag -> tag.getCode().equals("SUBSETTED"));

        Bundle count = client.search()
                .byUrl("Flag?patient=" + ANNA.patientId())
                .summaryMode(SummaryEnum.COUNT)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(count.getTotal()).isEqualTo(3);
        assertThat(count.getEntry()).isEmpty();

        HttpResponse<String> elements =
                gateway.get("/Patient/" + ANNA.patientId() + "?_elements=gender&_pretty=true", gateway.token());
        assertThat(elements.body()).contains("\n").doesNotContain("Example");
    }

    @Test
    void whatIsWithheldIsSaidAndNotShown() {
        Bundle flags = client.search()
                .byUrl("Flag?patient:identifier=" + NHS + "|" + number(FAR_AWAY))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(flags.getTotal()).isZero();
        assertThat(flags.getEntry()).hasSize(1);
        assertThat(flags.getEntryFirstRep().getSearch().getMode()).isEqualTo(SearchEntryMode.OUTCOME);
        assertThat(flags.getEntryFirstRep().getResource()).isInstanceOf(OperationOutcome.class);

        HttpResponse<String> withheld = gateway.get("/Patient/" + FAR_AWAY.patientId(), gateway.token());
        HttpResponse<String> unknown = gateway.get("/Patient/" + "0".repeat(64), gateway.token());
        assertThat(withheld.statusCode()).isEqualTo(404);
        assertThat(withheld.body()).as("nobody learns that the child is known").isEqualTo(unknown.body());
    }

    private static String number(TestRecords child) {
        return child.nhsNumber().orElseThrow().digits();
    }
}
