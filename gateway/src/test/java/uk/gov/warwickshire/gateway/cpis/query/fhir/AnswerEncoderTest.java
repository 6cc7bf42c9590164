package uk.gov.warwickshire.gateway.cpis.query.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.warwickshire.gateway.cpis.query.Endpoint.AUDIT_EVENT;
import static uk.gov.warwickshire.gateway.cpis.query.Endpoint.CARE_TEAM;
import static uk.gov.warwickshire.gateway.cpis.query.Endpoint.FLAG;
import static uk.gov.warwickshire.gateway.cpis.query.TestAnswers.access;
import static uk.gov.warwickshire.gateway.cpis.query.TestAnswers.plan;
import static uk.gov.warwickshire.mappings.cpis.PlanType.CPP;
import static uk.gov.warwickshire.mappings.cpis.PlanType.LAC;
import static uk.gov.warwickshire.mappings.cpis.PlanType.UCP;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.gov.warwickshire.gateway.cpis.query.Answer;
import uk.gov.warwickshire.gateway.cpis.query.Endpoint;
import uk.gov.warwickshire.gateway.cpis.query.Fault;
import uk.gov.warwickshire.gateway.cpis.query.Gap;
import uk.gov.warwickshire.gateway.cpis.query.TestAnswers;
import uk.gov.warwickshire.gateway.cpis.query.TestSettings;
import uk.gov.warwickshire.gateway.foreign.UkCoreValidator;
import uk.gov.warwickshire.mappings.cpis.CpIsPlan;

/** Every situation as `cpis-query/{situation}.json`, which a person has read; each is valid FHIR R4. */
class AnswerEncoderTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cpis-query");
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AnswerEncoder ENCODER = new AnswerEncoder(TestSettings.settings());
    private static final Map<String, byte[]> SITUATIONS = situations();

    private static UkCoreValidator england;

    @BeforeAll
    static void profiles() throws IOException {
        if (UkCoreValidator.isPresent()) {
            england = new UkCoreValidator(FHIR);
        }
    }

    static Set<String> names() {
        return SITUATIONS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsApproved(String situation) throws IOException {
        String received = pretty(situation);
        Path golden = GOLDEN.resolve(situation + ".json");
        if (!Files.exists(golden)) {
            Files.writeString(
                    Files.createDirectories(Path.of("target/cpis-query")).resolve(situation + ".json"), received);
        }

        assertThat(golden).hasContent(received);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValidR4(String situation) {
        String json = pretty(situation);

        FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(json);
        assertThat(FHIR.newValidator()
                        .registerValidatorModule(new FhirInstanceValidator(FHIR))
                        .validateWithResult(json)
                        .getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                // England's profiles are not known to the base validator.
                .filteredOn(message -> !message.getMessage().contains("fhir.nhs.uk/England"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValidByTheProfilesOfEngland(String situation) {
        Assumptions.assumeTrue(england != null, "the profiles of NHS England are not beside this checkout");

        assertThat(england.errors(pretty(situation))).isEmpty();
    }

    private static Map<String, byte[]> situations() {
        CpIsPlan cpp = plan(CPP, "2025-03-14");
        CpIsPlan ended = plan(CPP, "2025-03-14", "2026-01-20");
        CpIsPlan lac = plan(LAC, "2025-02-03");
        Map<String, byte[]> situations = new LinkedHashMap<>();
        situations.put("care-team-plan", answer(CARE_TEAM, Optional.empty(), cpp));
        situations.put("care-team-ended-and-looked-after", answer(CARE_TEAM, Optional.empty(), lac, ended));
        situations.put("care-team-unborn", answer(CARE_TEAM, Optional.empty(), plan(UCP, "2026-02-01")));
        situations.put("care-team-none", answer(CARE_TEAM, Optional.empty()));
        situations.put("care-team-not-verified", answer(CARE_TEAM, Optional.of(Gap.NUMBER_NOT_VERIFIED)));
        situations.put("care-team-incomplete", answer(CARE_TEAM, Optional.of(Gap.RECORD_INCOMPLETE), cpp));
        situations.put("flag-plan", answer(FLAG, Optional.empty(), cpp));
        situations.put("flag-ended-and-looked-after", answer(FLAG, Optional.empty(), lac, ended));
        situations.put("flag-ended", answer(FLAG, Optional.empty(), ended));
        situations.put("flag-none", answer(FLAG, Optional.empty()));
        situations.put("audit-event-accesses", accesses(cpp));
        situations.put("audit-event-none", answer(AUDIT_EVENT, Optional.empty(), cpp));
        for (Fault fault : List.of(
                Fault.INVALID_NHS_NUMBER,
                Fault.INVALID_HEADER,
                Fault.ACCESS_DENIED,
                Fault.INVALID_FLAG_NHS_NUMBER,
                Fault.INVALID_TOKEN,
                Fault.UNAVAILABLE)) {
            String name = "fault-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
            situations.put(name, ENCODER.encode(fault, "What is wrong."));
        }
        return situations;
    }

    private static byte[] answer(Endpoint endpoint, Optional<Gap> gap, CpIsPlan... plans) {
        return encoded(TestAnswers.of(endpoint, gap, List.of(), plans));
    }

    private static byte[] accesses(CpIsPlan plan) {
        return encoded(TestAnswers.of(
                AUDIT_EVENT,
                Optional.empty(),
                List.of(
                        access(2, "2026-03-15T02:10:00Z", Optional.of("A NURSE"), Optional.of("110694889738")),
                        access(1, "2026-03-01T12:00:00Z", Optional.empty(), Optional.empty())),
                plan));
    }

    private static byte[] encoded(Answer answer) {
        String base = "https://gateway.example" + answer.endpoint().service().path();
        return ENCODER.encode(answer, base, base + "/" + answer.endpoint().resourceType() + "?patient:identifier=x");
    }

    private static String pretty(String situation) {
        String json = new String(SITUATIONS.getOrDefault(situation, new byte[0]), StandardCharsets.UTF_8);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }
}
