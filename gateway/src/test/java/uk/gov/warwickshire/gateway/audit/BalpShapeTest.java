package uk.gov.warwickshire.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import uk.gov.warwickshire.gateway.settings.GatewaySettings;

/**
 * What the audit renders is valid R4, and keeps the rules of the BALP 1.1 pattern that it claims. The patterns' own package
 * is not at hand, so their rules stand here as FHIRPath, read off their published definitions.
 */
class BalpShapeTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final IFhirPath PATH = FHIR.newFhirPath();
    private static final AuditEvents EVENTS = new AuditEvents(settings());

    private static final String DCM = "'http://dicom.nema.org/resources/ontology/DCM'";
    private static final List<String> PATIENT = List.of(
            "entity.where(type.code='1' and type.system.endsWith('audit-entity-type')).count() = 1",
            "entity.where(type.code='1').role.code = '1'",
            "entity.where(type.code='1').what.reference.startsWith('Patient/')");
    private static final List<String> REST = List.of(
            "type.system.endsWith('audit-event-type') and type.code = 'rest'",
            "subtype.where(system='http://hl7.org/fhir/restful-interaction').exists()",
            "outcome = '0'",
            "agent.count() >= 2",
            "agent.where(type.coding.where(code in ('110152' | '110153')).exists()).all(who.exists() and network.exists() and"
                    + " media.empty())",
            "agent.where(type.coding.where(system=" + DCM + " and code='110152').exists()).count() = 1",
            "agent.where(type.coding.where(system=" + DCM + " and code='110153').exists()).count() = 1",
            "agent.where(type.coding.code='IRCP').all(who.exists() and requestor and media.empty() and network.empty())",
            "entity.where(type.code='XrequestId').all(what.identifier.value.exists())");

    private static final Map<String, List<String>> RULES = Map.of(
            "Read",
                    List.of(
                            "action = 'R'",
                            "entity.where(type.code='2' and type.system.endsWith('audit-entity-type')).count() = 1",
                            "entity.where(type.code='2').role.code in ('3' | '4' | '20')",
                            "entity.where(type.code='2').what.exists()"),
            "Query",
                    List.of(
                            "action = 'E'",
                            "entity.where(type.code='2' and type.system.endsWith('audit-entity-type')).count() = 1",
                            "entity.where(type.code='2').role.code = '24'",
                            "entity.where(type.code='2').query.exists()",
                            "entity.where(type.code='2').all(what.empty() and lifecycle.empty() and detail.empty())"),
            "AuthZconsent",
                    List.of(
                            "type.system = " + DCM + " and type.code = '110113'",
                            "subtype.where(code='AuthZ-Consent').exists()",
                            "action = 'E'",
                            "outcome.exists()",
                            "agent.where(type.coding.code='110150').count() = 1",
                            "agent.where(type.coding.code='110150').all(who.exists() and network.exists() and role.empty()"
                                    + " and altId.empty() and name.empty() and location.empty() and media.empty() and"
                                    + " purposeOfUse.empty())",
                            "agent.where(type.coding.code='IRCP').count() = 1",
                            "agent.where(type.coding.code='IRCP').all(who.exists() and requestor and network.empty())",
                            "agent.where(type.coding.code='PROV').count() = 1",
                            "agent.where(type.coding.code='PROV').all(who.exists() and requestor.not() and network.empty())",
                            "agent.where(type.coding.code='authserver').count() = 1",
                            "agent.where(type.coding.code='authserver').all(who = %resource.source.observer and"
                                    + " requestor.not())",
                            "entity.where(type.code='Consent').all(what.exists())",
                            // The slicing is closed.
                            "entity.all(type.code in ('1' | 'Consent'))"),
            "PrivacyDisclosure.Source",
                    List.of(
                            "type.system = " + DCM + " and type.code = '110106'",
                            "subtype.where(system.endsWith('iso-21089-lifecycle') and code='disclose').exists()",
                            "action = 'R'",
                            "outcome.exists()",
                            "agent.where(type.coding.code='110153').count() = 1",
                            "agent.where(type.coding.code='110153').all(who = %resource.source.observer and"
                                    + " network.exists())",
                            "agent.where(type.coding.code='110152').count() = 1",
                            "agent.where(type.coding.code='110152').all(who.exists() and network.exists())",
                            "entity.count() >= 2"));

    /** Entry, the pattern that its access claims (empty: none), and whether a decision stands behind it. */
    private record Sample(String name, AuditEntry entry, String pattern, boolean decided) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("a read of a child's resource", AuditSamples.readBy("RKB", "child-1"), "PatientRead", true),
            new Sample(
                    "a read of a directory resource", AuditSamples.read("RKB").build(), "Read", false),
            new Sample("a search about a child", AuditSamples.search().build(), "PatientQuery", true),
            new Sample("a search past an objection", AuditSamples.full(), "PatientQuery", true),
            new Sample("a whole record", AuditSamples.record(), "PrivacyDisclosure.Source", true),
            new Sample("a read refused", AuditSamples.refusedRead(), "", true),
            new Sample("a bad token", AuditSamples.badToken(), "", false));

    @TestFactory
    Stream<DynamicTest> each_sample_is_valid_and_in_its_pattern() {
        FhirValidator validator = FHIR.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(FHIR),
                        new CommonCodeSystemsTerminologyService(FHIR),
                        new InMemoryTerminologyServerValidationSupport(FHIR))));
        return SAMPLES.stream()
                .flatMap(sample -> Stream.of(
                        DynamicTest.dynamicTest(sample.name(), () -> {
                            AuditEvent event = EVENTS.access(record(sample.entry()));
                            assertThat(patterns(event))
                                    .containsExactlyElementsOf(
                                            sample.pattern().isEmpty() ? List.of() : List.of(sample.pattern()));
                            check(event, validator);
                        }),
                        DynamicTest.dynamicTest("the decision behind " + sample.name(), () -> {
                            assertThat(EVENTS.decision(record(sample.entry())).isPresent())
                                    .isEqualTo(sample.decided());
                            EVENTS.decision(record(sample.entry())).ifPresent(event -> {
                                assertThat(patterns(event)).containsExactly("AuthZconsent");
                                check(event, validator);
                            });
                        })));
    }

    private static void check(AuditEvent event, FhirValidator validator) {
        // Profiles that are not at hand cannot be looked up: their rules are below.
        AuditEvent plain = event.copy();
        plain.getMeta().getProfile().clear();
        assertThat(validator.validateWithResult(plain).getMessages().stream()
                        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                        .map(message -> message.getLocationString() + " " + message.getMessage()))
                .isEmpty();
        for (String pattern : patterns(event)) {
            for (String rule : rules(pattern)) {
                assertThat(PATH.evaluateFirst(event, rule, BooleanType.class).map(BooleanType::getValue))
                        .as(pattern + ": " + rule)
                        .contains(true);
            }
        }
    }

    private static List<String> rules(String pattern) {
        boolean isRest = pattern.endsWith("Read") || pattern.endsWith("Query");
        boolean ofPatient = !pattern.equals("Read") && !pattern.equals("Query");
        return Stream.of(
                        RULES.get(isRest ? pattern.replace("Patient", "") : pattern),
                        isRest ? REST : List.<String>of(),
                        ofPatient ? PATIENT : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> patterns(AuditEvent event) {
        return event.getMeta().getProfile().stream()
                .map(profile -> profile.getValue().substring(profile.getValue().indexOf("IHE.BasicAudit.") + 15))
                .toList();
    }

    private static AuditRecord record(AuditEntry entry) {
        return new AuditRecord(
                UUID.fromString("01930000-0000-7000-8000-00000000000a"), Instant.parse("2026-11-20T12:00:00Z"), entry);
    }

    private static GatewaySettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "gateway.organisation.ods-code", "X937",
                        "gateway.organisation.name", "Warwickshire County Council",
                        "gateway.organisation.local-authority-code", "937",
                        "gateway.organisation.office-hours-phone", "01926 000001",
                        "gateway.organisation.emergency-duty-phone", "01926 000002")))
                .bind("gateway", GatewaySettings.class)
                .get();
    }
}
