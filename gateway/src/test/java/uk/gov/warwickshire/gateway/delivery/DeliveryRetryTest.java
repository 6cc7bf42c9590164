package uk.gov.warwickshire.gateway.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.warwickshire.gateway.delivery.DeliveryTestBed.CV;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.warwickshire.gateway.optout.OptOutStatus.State;
import uk.gov.warwickshire.gateway.store.TestRecords;

/** What becomes of a delivery that a region refuses, puts off or fails to answer. */
class DeliveryRetryTest {

    private static final DeliveryTestBed BED = new DeliveryTestBed();
    private static final TestRecords CHILD = TestRecords.child(1);

    @AfterAll
    static void close() {
        BED.close();
    }

    @BeforeEach
    void reset() {
        BED.reset();
    }

    @Test
    void aRefusalIsDeadKeepsWhatTheRegionSaidAndHoldsLaterOnesBack() {
        String outcome = "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}";
        BED.answer(aResponse()
                .withStatus(422)
                .withHeader("Content-Type", "application/fhir+json")
                .withBody(outcome));
        BED.arrive(CHILD);
        BED.work();
        UUID dead = last().id();
        BED.answer(DeliveryTestBed.confirming());
        BED.arrive(CHILD.family("Later"));
        BED.work();

        assertThat(BED.states(CV)).containsExactly("DEAD", "PENDING");
        assertThat(BED.context
                        .getBean(DeliveryReader.class)
                        .find(dead)
                        .orElseThrow()
                        .lastError())
                .contains(outcome);

        BED.context.getBean(DeliveryActions.class).discard(dead, "engineer", "the later one carries it");
        BED.work();
        assertThat(BED.states(CV)).containsExactly("DISCARDED", "ACKNOWLEDGED");
    }

    @Test
    void aDeadOneIsSentAgainAsANewDeliveryThatNamesIt() {
        BED.answer(aResponse().withStatus(400));
        BED.arrive(CHILD);
        BED.work();
        BED.answer(DeliveryTestBed.confirming());

        DeliveryActions actions = BED.context.getBean(DeliveryActions.class);
        UUID dead = last().id();
        UUID successor = actions.resubmit(dead, "engineer");
        BED.work();

        assertThat(BED.states(CV)).containsExactly("RESUBMITTED", "ACKNOWLEDGED");
        assertThat(last().id()).isEqualTo(successor);
        assertThat(last().resubmits()).contains(dead);
        assertThatThrownBy(() -> actions.discard(dead, "engineer", "late")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aPauseTheRegionAsksForIsKept(int status) {
        BED.answer(aResponse().withStatus(status).withHeader("Retry-After", "600"));
        BED.arrive(CHILD);
        BED.work();
        BED.answer(DeliveryTestBed.confirming());

        BED.clock.wait(Duration.ofSeconds(590));
        BED.work();
        assertThat(BED.states(CV)).containsExactly("RETRYING");
        assertThat(BED.requests()).isEqualTo(1);

        BED.clock.wait(Duration.ofSeconds(11));
        BED.work();
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
        assertThat(BED.requests()).isEqualTo(2).isEqualTo(BED.ledger("SENT"));
    }

    @Test
    void aRegionThatKeepsFailingIsAskedAsOftenAsAgreedAndEachTimeAfterANewDecision() {
        BED.answer(aResponse().withStatus(500));
        BED.arrive(CHILD);
        for (int i = 0; i < 6; i++) {
            BED.work();
            BED.clock.wait(Duration.ofHours(2));
        }

        assertThat(BED.states(CV)).containsExactly("DEAD");
        assertThat(BED.requests()).isEqualTo(3).isEqualTo(BED.ledger("SENT"));
        assertThat(BED.context.getBean(DeliveryReader.class).attempts(last().id()))
                .hasSize(3);
    }

    @Test
    void aRetryThatIsWithheldMeanwhileTakesBackWhatMayHaveArrived() {
        BED.answer(aResponse().withStatus(500));
        BED.arrive(CHILD);
        BED.work();
        BED.answer(DeliveryTestBed.confirming());
        BED.register.is(TestRecords.nhsNumber(1), State.OPTED_OUT);
        BED.clock.wait(Duration.ofHours(2));
        BED.work();

        assertThat(BED.states(CV)).containsExactly("WITHHELD", "ACKNOWLEDGED");
        assertThat(BED.copy(CV, "child-1")).isEmpty();
    }

    @Test
    void aRepetitionIsRecognisableAndANewContentIsNone() {
        BED.answer(aResponse().withStatus(500));
        BED.arrive(CHILD);
        BED.work();
        BED.clock.wait(Duration.ofHours(2));
        BED.work();
        String id = BED.partner.getAllServeEvents().get(0).getRequest().getHeader("X-Request-ID");
        BED.partner.verify(2, postRequestedFor(anyUrl()).withHeader("X-Request-ID", equalTo(id)));

        BED.answer(DeliveryTestBed.confirming());
        BED.arrive(CHILD.family("Other"));
        BED.clock.wait(Duration.ofHours(2));
        BED.work();
        BED.partner.verify(2, postRequestedFor(anyUrl()).withHeader("X-Request-ID", equalTo(id)));
        assertThat(BED.states(CV)).containsExactly("ACKNOWLEDGED");
    }

    private static Delivery last() {
        return BED.context.getBean(DeliveryReader.class).ofChild("child-1", 1).get(0);
    }
}
