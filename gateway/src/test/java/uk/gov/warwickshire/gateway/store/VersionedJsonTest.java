package uk.gov.warwickshire.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class VersionedJsonTest {

    @Test
    void insertsWhatAParserReadsAsVersionAndTime() {
        var encoded = TestRecords.child(1).toSave().encoded().resources().get(0);

        byte[] versioned = VersionedJson.of(encoded, 7, Instant.parse("2026-11-02T03:04:05.678Z"));

        Patient patient = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Patient.class, new String(versioned, StandardCharsets.UTF_8));
        assertThat(patient.getMeta().getVersionId()).isEqualTo("7");
        assertThat(patient.getMeta().getLastUpdated()).isEqualTo("2026-11-02T03:04:05.678Z");
        assertThat(patient.getMeta().getProfile()).hasSize(1);
        assertThat(patient.getIdElement().getIdPart()).isEqualTo(encoded.id());
    }
}
