package uk.gov.warwickshire.gateway.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import uk.gov.warwickshire.gateway.testing.Browser;

/**
 * The engineer on call at the console, who knows nothing but the page Now: from there to the cause, the repair and the proof,
 * against the clock.
 */
final class EngineerOnCall implements AutoCloseable {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private final Browser browser = new Browser();
    private final Page page = browser.visitor().newPage();
    private final AtomicInteger pages = new AtomicInteger();
    private final String address;

    /** What the engineer does from the first look on. */
    interface Walk {
        void go();
    }

    EngineerOnCall(String address, String name, String password) {
        this.address = address;
        page.navigate(address + "/console");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        button("Sign in");
        page.waitForURL("**/console");
        page.onFrameNavigated(frame -> pages.incrementAndGet());
    }

    Page page() {
        return page;
    }

    /** Begins with a fresh look at Now and ends with the proof. */
    void mends(String situation, Walk walk) {
        pages.set(0);
        Instant began = Instant.now();
        look();
        walk.go();
        Duration taken = Duration.between(began, Instant.now());
        System.out.printf("%-45s %3d s, %2d pages%n", situation, taken.toSeconds(), pages.get());
        assertThat(taken).as(situation).isLessThan(TWO_MINUTES);
    }

    void look() {
        page.navigate(address + "/console");
    }

    /** What Now says of it, once it says it. */
    Locator concern(String words) {
        Locator concern = page.locator(".app-concern").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(concern.first()).isVisible(SOON);
        return concern.first();
    }

    /** How many children Now counts for it, and that it says how many of them are at risk. */
    int children(String words) {
        String facts = concern(words).locator(".app-concern__facts").innerText();
        assertThat(facts).containsPattern("\\d[\\d,]* child(ren)?, \\d[\\d,]* at risk");
        return Integer.parseInt(
                facts.replaceAll("(?s).*?(\\d[\\d,]*) child.*", "$1").replace(",", ""));
    }

    /** Follows the one link of it. */
    void follow(String words) {
        concern(words).getByRole(AriaRole.LINK).click();
    }

    void why(String reason) {
        page.getByLabel("Why").first().fill(reason);
    }

    void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Loads the page again until it says so. */
    void until(String words) {
        Instant end = Instant.now().plus(TWO_MINUTES);
        while (!page.locator("main").innerText().contains(words)
                && Instant.now().isBefore(end)) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator("main")).containsText(words);
    }

    /** Loads the list again until it has a line. */
    void untilListed() {
        Locator lines = page.locator("tbody th a");
        Instant end = Instant.now().plus(TWO_MINUTES);
        while (lines.count() == 0 && Instant.now().isBefore(end)) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(lines.first()).isVisible();
    }

    /**
     * The decision behind a message of the list. Where several were due for a child the first carries them all: the others
     * say so and have no decision of their own, so the next of the list is opened.
     *
     * @param look from the message on
     */
    void proof(Walk look) {
        page.waitForLoadState();
        untilListed();
        String list = page.url();
        int lines = Math.min(page.locator("tbody th a").count(), 5);
        String seen = "";
        for (int line = 0; line < lines && !seen.contains("Decided: sent"); line++) {
            page.navigate(list);
            page.locator("tbody th a").nth(line).click();
            look.go();
            seen = page.locator("main").innerText();
        }
        assertThat(seen).contains("Decided: sent", "ACKNOWLEDGED");
    }

    /** Now says nothing of it any more. */
    void isOver(String words) {
        look();
        assertThat(page.locator(".app-concern").filter(new Locator.FilterOptions().setHasText(words)))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    }

    /** Keeps a picture, and says what axe has against the page. */
    void hasNoFaults(String picture) {
        assertThat(browser.faults(page, picture)).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
    }
}
