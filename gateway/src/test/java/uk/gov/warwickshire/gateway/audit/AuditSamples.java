package uk.gov.warwickshire.gateway.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries as the rooms write them. */
final class AuditSamples {

    static final UUID DECISION = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final AuditAgent PARTNER =
            new AuditAgent(Optional.of("ward-app"), Optional.of("RKB"), Optional.of("dr-1"), Optional.of("192.0.2.7"));

    private AuditSamples() {}

    /** Every part filled. */
    static AuditEntry full() {
        return search().breakGlass(Optional.of("found unconscious at home")).build();
    }

    static AuditEntryBuilder search() {
        return AuditEntry.of(AuditKind.QUERY, "search-type", "/fhir/R4", PARTNER)
                .purpose(Optional.of("individual-care"))
                .child("child-1")
                .resourceType(Optional.of("CarePlan"))
                .resources(List.of("CarePlan/a/_history/1", "CarePlan/b/_history/3"))
                .query(Optional.of("CarePlan?patient:identifier=x|y"))
                .decision(DECISION, "PERMITTED")
                .requestId(Optional.of("req-1"));
    }

    static AuditEntry readBy(String ods, String child) {
        return read(ods).child(child).build();
    }

    static AuditEntryBuilder read(String ods) {
        AuditAgent agent =
                new AuditAgent(Optional.of("ward-app"), Optional.of(ods), Optional.empty(), Optional.of("192.0.2.7"));
        return AuditEntry.of(AuditKind.READ, "read", "/fhir/R4", agent)
                .purpose(Optional.of("individual-care"))
                .resourceType(Optional.of("Patient"))
                .resources(List.of("Patient/a/_history/2"))
                .decision(DECISION, "PERMITTED");
    }

    static AuditEntry record() {
        return AuditEntry.of(AuditKind.DISCLOSURE, "operation", "/fhir/R4", PARTNER)
                .purpose(Optional.of("individual-care"))
                .child("child-1")
                .resourceType(Optional.of("Patient"))
                .resources(List.of("Patient/a/_history/2", "Flag/b/_history/1"))
                .decision(DECISION, "PERMITTED")
                .build();
    }

    static AuditEntry refusedRead() {
        return read("RKB")
                .child("child-1")
                .resources(List.of())
                .query(Optional.of("Patient/a"))
                .outcome(AuditOutcome.refused("RESTRICTED"))
                .decision(DECISION, "RESTRICTED")
                .build();
    }

    static AuditEntry badToken() {
        return AuditEntry.of(AuditKind.ALERT, "rest", "/fhir/R4", AuditAgent.unknown(Optional.of("192.0.2.1")))
                .outcome(AuditOutcome.refused("token-expired"))
                .query(Optional.of("GET /fhir/R4/Patient/a"))
                .build();
    }
}
