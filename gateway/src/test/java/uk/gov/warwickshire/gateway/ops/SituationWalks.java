package uk.gov.warwickshire.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import uk.gov.warwickshire.gateway.testing.TroubledCounterparts;

/** What the engineer on call does in each situation, from the first page to the proof. */
final class SituationWalks {

    private SituationWalks() {}

    static void theFileIsSentAgain(EngineerOnCall nora, long children) {
        nora.hasNoFaults("situations-now");
        assertThat(nora.page().locator(".app-concern").first().innerText())
                .as("the loudest comes first")
                .contains("CP-IS", "Uploading has stopped");
        assertThat(nora.children("Uploading has stopped")).isEqualTo((int) children);
        nora.follow("Uploading has stopped");
        nora.why("CP-IS has mended its reader and asks for it again");
        nora.button("Send the same file again");
        nora.until("ACKNOWLEDGED");
        nora.hasNoFaults("situations-cp-is-file");
        // The plan of an unborn child stands under the mother's id here, and under its own in the ledger.
        nora.page()
                .locator("tbody tr:not(:has-text('unborn')) .app-decision")
                .first()
                .click();
        nora.page().locator("tbody th a").first().click();
        assertThat(nora.page().locator("main").innerText()).contains("SENT", "Ledger entry");
        nora.isOver("Uploading has stopped");
    }

    /** Nothing is to be done here but to ring the partner: what waited goes by itself. */
    static void theyComeBack(EngineerOnCall nora, String partner, String cause, Runnable theyMendIt) {
        String concern = partner + " (ICR)";
        assertThat(nora.children(concern)).isPositive();
        assertThat(nora.concern(concern).innerText()).contains(cause, "Tried again by itself", "messages wait");
        nora.follow(concern);
        assertThat(nora.page().locator("tbody th a").count()).isPositive();
        theyMendIt.run();
        nora.until("Nothing found.");
        nora.isOver(concern);
        nora.link(partner);
        nora.page().locator("#state").selectOption("ACKNOWLEDGED");
        nora.button("Search");
        nora.proof(() -> nora.until("ACKNOWLEDGED"));
    }

    static void allAreSentAgain(EngineerOnCall nora, long dead) {
        assertThat(nora.children("code-invalid")).isEqualTo((int) dead);
        assertThat(nora.concern("code-invalid").innerText())
                .contains("refused messages", dead + " messages wait")
                .doesNotContain(TroubledCounterparts.WRONG_CODE);
        nora.follow("code-invalid");
        nora.link("Send again");
        assertThat(nora.page().locator("#count").innerText()).isEqualTo(String.valueOf(dead));
        nora.why("the region takes the code now");
        nora.button("Send again all " + dead);
        nora.until(dead + " done");
        nora.isOver("code-invalid");
        nora.link("Messages");
        nora.page().locator("#state").selectOption("RESUBMITTED");
        nora.button("Search");
        nora.proof(() -> {
            nora.page().locator("#successor").click();
            nora.until("ACKNOWLEDGED");
        });
        nora.hasNoFaults("situations-sent-again");
    }

    static void theServiceAnswers(EngineerOnCall nora, String child, Runnable itIsBack) {
        assertThat(nora.children("never came back")).isPositive();
        nora.follow("never came back");
        assertThat(nora.page().locator("main").innerText()).contains("OVERDUE");
        nora.hasNoFaults("situations-opt-out");
        itIsBack.run();
        nora.isOver("never came back");
        nora.link("Messages");
        nora.page().locator("#child").fill(child);
        nora.page().locator("#state").selectOption("ACKNOWLEDGED");
        nora.button("Search");
        nora.untilListed();
        nora.proof(() -> nora.until("ACKNOWLEDGED"));
    }
}
