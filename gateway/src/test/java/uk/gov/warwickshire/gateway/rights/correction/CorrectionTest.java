package uk.gov.warwickshire.gateway.rights.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.rights.RightsTestBed;
import uk.gov.warwickshire.gateway.rights.request.Ground;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestState;
import uk.gov.warwickshire.gateway.store.ResourceReader;
import uk.gov.warwickshire.gateway.store.StoredResource;

/** From the disputed name to the region that confirms the right one. */
class CorrectionTest {

    private static final String DISPUTED = "Disputed by the person it is about: name";

    private static RightsTestBed bed;

    @BeforeAll
    static void start() {
        bed = new RightsTestBed();
        bed.extract("Ada");
        bed.identity(RightsTestBed.NUMBER);
        bed.await("the region holds the record", () -> bed.copies() > 0);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void whatIsDisputedIsMarkedUntilTheCorrectedExtractReachesWhoeverHoldsTheWrongOne() {
        UUID id = bed.confirmed(RequestKind.RECTIFICATION, Optional.empty());
        StoredResource wrong = patient();
        assertThatThrownBy(() -> bed.requests().decide(id, Ground.ENTITLED, "it is wrong", "officer"))
                .hasMessageContaining("which elements");

        dispute(id, "name");

        assertThat(text(patient()))
                .contains(DISPUTED, "Ada")
                .contains("\"versionId\":\"" + (wrong.version() + 1) + "\"");
        bed.await("the region is told that it is disputed", () -> lastSent().contains(DISPUTED));

        bed.requests().decide(id, Ground.ENTITLED, "the birth certificate says Adah", "officer");
        bed.extract("Ada");
        assertThat(text(patient())).as("another extract with the same name").contains(DISPUTED);
        assertThat(state(id)).isEqualTo(RequestState.GRANTED);

        bed.extract("Adah");

        assertThat(text(patient())).contains("Adah").doesNotContain("isputed");
        bed.await("the region has the right name", () -> state(id) == RequestState.COMPLETED);
        assertThat(lastSent()).contains("Adah").doesNotContain("isputed");
        assertThat(bed.requests().log(id))
                .anyMatch(event -> event.what().equals("corrected by the case system"))
                .anyMatch(event -> event.what().equals("corrected everywhere")
                        && event.words().contains("Patient.name at icr.coventry-warwickshire: confirmed version"));

        UUID refused = bed.confirmed(RequestKind.RECTIFICATION, Optional.empty());
        byte[] before = DisputedBytes.withoutVersion(text(patient()));
        dispute(refused, "birthDate");
        assertThat(text(patient())).contains("about: birthDate");
        bed.requests().decide(refused, Ground.ACCURATE, "checked with the registrar", "officer");

        assertThat(text(patient())).doesNotContain("isputed");
        assertThat(DisputedBytes.withoutVersion(text(patient())))
                .as("not a byte is left of the mark")
                .isEqualTo(before);
    }

    @Test
    void whoeverWasShownTheWrongValueAfterItWasDisputedIsToldToo() {
        UUID id = bed.confirmed(RequestKind.RECTIFICATION, Optional.empty());
        bed.extract("Berta");
        String patient = patient().id();
        looks("RBEFORE", patient, 1);
        dispute(id, "name");
        bed.requests().decide(id, Ground.ENTITLED, "the birth certificate says so", "officer");
        looks("RAFTER", patient, 1);
        // More than one page of the audit is newer than both.
        looks("RMANY", "another", 1100);
        bed.jdbc().update("""
                insert into recipient_copy (child_id, destination, type, id, version, category)
                values ('c1', 'icr.late', 'Patient', ?, 1, 'demographics')
                """, patient);

        bed.extract("Bertha");

        DisputedElement corrected = bed.bean(Corrections.class).of(id).get(0);
        assertThat(corrected.correction()).isPresent();
        assertThat(corrected.readers()).contains("RBEFORE", "RAFTER").doesNotContain("RMANY");
        assertThat(corrected.holders()).contains("icr.coventry-warwickshire", "icr.late");
        assertThat(state(id)).as("the late one has not confirmed").isEqualTo(RequestState.GRANTED);
        bed.jdbc().update("delete from recipient_copy where destination = 'icr.late'");
        bed.await("everybody has the right one", () -> state(id) == RequestState.COMPLETED);
        bed.extract("Ada");
    }

    private static void looks(String organisation, String patient, int times) {
        bed.jdbc().update("""
                insert into audit_event (child_id, id, recorded_at, kind, interaction, source, ods_code, result, resources,
                                         decision_ids)
                select 'c1', case ? when 1 then ('00000000-0000-4000-8000-' || left(md5(?), 12))::uuid else gen_random_uuid() end,
                       now(), 'READ', 'read', '/fhir/R4', ?, 'SUCCESS', array['Patient/' || ? || '/_history/1'], '{}'
                  from generate_series(1, ?) look
                """, times, organisation, organisation, patient, times);
    }

    /** Bytes without what every new version changes. */
    private static final class DisputedBytes {
        static byte[] withoutVersion(String json) {
            return json.replaceAll("\"versionId\":\"\\d+\",\"lastUpdated\":\"[^\"]+\",", "")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void dispute(UUID id, String element) {
        bed.bean(Corrections.class)
                .dispute(
                        bed.requests().find(id).orElseThrow(),
                        "Patient",
                        patient().id(),
                        element,
                        "officer");
    }

    private static StoredResource patient() {
        return bed.bean(ResourceReader.class)
                .current(java.util.List.of(RightsTestBed.CHILD))
                .get(RightsTestBed.CHILD)
                .get(0);
    }

    private static String text(StoredResource resource) {
        return new String(resource.content(), StandardCharsets.UTF_8);
    }

    private static String lastSent() {
        return bed.partner.getAllServeEvents().get(0).getRequest().getBodyAsString();
    }

    private static RequestState state(UUID id) {
        return bed.requests().find(id).orElseThrow().state();
    }
}
