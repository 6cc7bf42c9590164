package uk.gov.warwickshire.gateway.icr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.delivery.CopyEntry;
import uk.gov.warwickshire.gateway.delivery.OutboundMessage;
import uk.gov.warwickshire.gateway.demo.icr.SimulatedRegion;
import uk.gov.warwickshire.gateway.disclosure.TestDecisions;
import uk.gov.warwickshire.gateway.store.TestRecords;
import uk.gov.warwickshire.mappings.fhir.Category;

class TransactionBundleTest {

    private static final URI BASE = URI.create("https://record.example/fhir/");
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final TestRecords CHILD = TestRecords.child(1).family("Müller-Ó Brien \"x\"");

    @Test
    void isWhatAFhirParserReadsAsATransactionOfPutsAndDeletes() {
        CopyEntry gone = new CopyEntry("Flag", "f".repeat(64), 1, Category.CHILD_PROTECTION);

        Bundle bundle = FHIR.newJsonParser().parseResource(Bundle.class, body(TestMessages.of(CHILD, gone)));

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
        assertThat(bundle.getEntry()).hasSize(4);
        var patient = bundle.getEntryFirstRep();
        assertThat(patient.getFullUrl()).isEqualTo("https://record.example/fhir/Patient/" + CHILD.patientId());
        assertThat(patient.getRequest().getUrl()).isEqualTo("Patient/" + CHILD.patientId());
        assertThat(patient.getResource().fhirType()).isEqualTo("Patient");
        assertThat(bundle.getEntry().get(3).getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.DELETE);
        assertThat(bundle.getEntry().get(3).hasResource()).isFalse();
    }

    @Test
    void isTakenByACarefulRecipientAndAgainWithoutFurtherEffect() {
        SimulatedRegion region = new SimulatedRegion(FHIR);
        String body = body(TestMessages.of(CHILD));

        assertThat(region.receive(body).status()).isEqualTo(200);
        assertThat(region.receive(body).status()).isEqualTo(200);

        assertThat(region.held()).hasSize(3);
        assertThat(region.held().values())
                .allSatisfy(held -> assertThat(held.writes()).isEqualTo(1));
    }

    @Test
    void announcesItsLength() {
        OutboundMessage message = TestMessages.of(CHILD);

        assertThat(new TransactionBundle(BASE, message).publisher().contentLength())
                .isEqualTo(body(message).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void canHoldNothingThatWasNotCleared() {
        OutboundMessage other = TestMessages.of(TestRecords.child(2));
        var cleared = TestDecisions.cleared(TestMessages.disclosure(
                CHILD.toSave().facts(), TestMessages.of(CHILD).changed()));

        assertThatThrownBy(() -> new OutboundMessage(UUID.randomUUID(), cleared, other.changed(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a resource that was not cleared");
    }

    private static String body(OutboundMessage message) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<Void> done = new CompletableFuture<>();
        new TransactionBundle(BASE, message).publisher().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                body.writeBytes(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                done.complete(null);
            }
        });
        done.join();
        return body.toString(StandardCharsets.UTF_8);
    }
}
