package uk.gov.warwickshire.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import uk.gov.warwickshire.gateway.common.Destination;
import uk.gov.warwickshire.mappings.fhir.Category;
import uk.gov.warwickshire.mappings.record.VerificationStatus;

/** The demo's agreements and policy let every reason occur that hangs on them. */
class DemoAgreementsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final DisclosurePolicy policy = PolicyReader.read(new ClassPathResource("demo/disclosure-policy.yaml"));
    private final Agreements agreements =
            new AgreementsReader(policy, Map.of()).read(new ClassPathResource("demo/agreements.yaml"));

    @ParameterizedTest
    @CsvSource({
        "icr.coventry-warwickshire,         CV, 10, looked-after,     NOT_OPTED_OUT",
        "icr.coventry-warwickshire,         CV, 0,  child-protection, NOT_OPTED_OUT",
        "icr.birmingham-solihull,           B,  19, care-leaver,      NOT_OPTED_OUT",
        "icr.herefordshire-worcestershire,  WR, 10, child-protection, NOT_OPTED_OUT",
        "icr.herefordshire-worcestershire,  HR, 10, disability,       NOT_OPTED_OUT",
        "icr.coventry-warwickshire,         OX, 10, child-in-need,    OUT_OF_REGION",
        "icr.herefordshire-worcestershire,  HR, 19, care-leaver,      AGREEMENT_EXPIRED",
        "icr.herefordshire-worcestershire,  WR, 10, looked-after,     NO_AGREEMENT",
        "icr.herefordshire-worcestershire,  HR, 10, assessment,       CATEGORY_NOT_AGREED",
        "icr.herefordshire-worcestershire,  HR, 0,  child-in-need,    AGE_OUT_OF_SCOPE",
        "cp-is,                             OX, 0,  child-protection, STATUTORY_DUTY",
        "cp-is,                             CV, 10, looked-after,     STATUTORY_DUTY",
    })
    void decides(String destination, String area, int age, String category, Reason expected) {
        Disclosure disclosure = new Disclosure(
                UUID.randomUUID(),
                Optional.empty(),
                Disclosure.Kind.PUSH,
                new Destination(destination),
                Optional.empty(),
                new Subject(
                        "child",
                        Optional.of(DecisionCase.CHILD),
                        VerificationStatus.VERIFIED,
                        Optional.of(TODAY.minusYears(age)),
                        Optional.of(area),
                        false),
                List.of(
                        resource(Category.DEMOGRAPHICS),
                        resource(Category.ofCode(category).orElseThrow())));
        PersonFacts facts =
                new PersonFacts(Map.of(DecisionCase.CHILD, TestFacts.status("not-opted-out", false)), Map.of());

        Verdict verdict = new Judge(policy, agreements).judge(disclosure, facts, NOW);

        assertThat(verdict.reasons()).containsExactly(expected);
    }

    private static DisclosedResource resource(Category category) {
        return new DisclosedResource("Basic", category.code(), 1, category, Optional.empty());
    }
}
