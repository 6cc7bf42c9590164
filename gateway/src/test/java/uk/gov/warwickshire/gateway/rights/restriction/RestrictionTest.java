package uk.gov.warwickshire.gateway.rights.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.warwickshire.gateway.rights.RightsTestBed;
import uk.gov.warwickshire.gateway.rights.request.RequestEvent;
import uk.gov.warwickshire.gateway.rights.request.RequestKind;
import uk.gov.warwickshire.gateway.rights.request.RequestState;

/** From the officer's decision to the acknowledged withdrawal and back, with delivery at its own pace. */
class RestrictionTest {

    private final RightsTestBed bed = new RightsTestBed();

    @BeforeEach
    void aChildWhoseRecordTheRegionHolds() {
        bed.extract("Ada");
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whatWasSentIsWithdrawnWithinAMinuteAndTheProofStandsOnTheRequest() {
        bed.identity(RightsTestBed.NUMBER);
        bed.await("the region holds the record", () -> bed.copies() > 0);

        UUID id = bed.granted(RequestKind.RESTRICTION, Optional.empty());
        Duration took = bed.await("the proof is complete", () -> state(id) == RequestState.COMPLETED);

        assertThat(took).isLessThan(Duration.ofMinutes(1));
        assertThat(bed.copies()).isZero();
        LoggedRequest last = bed.partner.getAllServeEvents().get(0).getRequest();
        String sent = com.github.tomakehurst.wiremock.http.RequestMethod.POST.equals(last.getMethod())
                ? last.getBodyAsString()
                : "";
        assertThat(sent).contains("\"DELETE\"").doesNotContain("\"PUT\"", "Quill");
        assertThat(events(id))
                .anyMatch(event -> event.what().equals("in force everywhere")
                        && event.words()
                                .contains("icr.coventry-warwickshire: withdrawn; the withdrawal was acknowledged"));
        assertThat(ledger()).containsExactly("SENT", "WITHHELD RESTRICTED", "SENT withdrawal");

        bed.requests().lift(id, "the reason is gone", "officer");
        bed.await("it is sent again", () -> bed.copies() > 0);

        assertThat(state(id)).isEqualTo(RequestState.LIFTED);
        assertThat(events(id)).extracting(RequestEvent::who).contains("clerk", "officer", "gateway");
    }

    @Test
    void aRestrictionOfAChildWithoutANumberCountsFromTheMomentTheNumberIsKnown() {
        UUID id = bed.granted(RequestKind.RESTRICTION, Optional.empty());
        bed.identity(RightsTestBed.NUMBER);
        bed.await("it is decided", () -> ledger().stream().anyMatch(line -> line.startsWith("WITHHELD")));

        assertThat(ledger()).doesNotContain("SENT");
        assertThat(bed.partner.getAllServeEvents()).isEmpty();
        assertThat(events(id)).extracting(RequestEvent::what).contains("the child's NHS number changed");
    }

    @Test
    void anObjectionGoesWithTheChildToAnotherNumber() {
        bed.identity(RightsTestBed.NUMBER);
        bed.granted(RequestKind.OBJECTION_ICR, Optional.empty());
        bed.await("it is withheld", () -> ledger().contains("WITHHELD OBJECTED_ICR") && bed.copies() == 0);
        int before = bed.partner.getAllServeEvents().size();

        bed.identity("9990000042");
        bed.await(
                "it is decided again",
                () -> ledger().stream().filter("WITHHELD OBJECTED_ICR"::equals).count() > 1);

        assertThat(bed.partner.getAllServeEvents()).hasSize(before);
    }

    @Test
    void aConsentCanBeTakenBackAndOneThatIsNotThereCannot() {
        bed.identity(RightsTestBed.NUMBER);
        UUID objection = bed.granted(RequestKind.OBJECTION_ICR, Optional.empty());
        bed.await("nothing is held", () -> state(objection) == RequestState.COMPLETED && bed.copies() == 0);

        bed.granted(RequestKind.CONSENT_GIVEN, Optional.of("icr"));
        bed.await("the consent lifts the objection", () -> bed.copies() > 0);
        UUID back = bed.granted(RequestKind.CONSENT_WITHDRAWN, Optional.of("icr"));
        bed.await("it is withdrawn", () -> bed.copies() == 0 && state(back) == RequestState.COMPLETED);

        assertThatThrownBy(() -> bed.granted(RequestKind.CONSENT_WITHDRAWN, Optional.of("icr")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no consent");
        assertThatThrownBy(() -> bed.granted(RequestKind.RESTRICTION, Optional.of("cp-is")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("statutory");
    }

    private RequestState state(UUID id) {
        return bed.requests().find(id).orElseThrow().state();
    }

    private List<RequestEvent> events(UUID id) {
        return bed.requests().log(id);
    }

    private List<String> ledger() {
        return bed.jdbc().queryForList("""
                        select case when kind = 'WITHDRAWAL' then 'SENT withdrawal'
                                    when outcome = 'SENT' then 'SENT' else outcome || ' ' || headline end
                          from disclosure_ledger where destination like 'icr.%' and headline not like 'NHS_NUMBER%'
                         order by decided_at, id
                        """, String.class);
    }
}
