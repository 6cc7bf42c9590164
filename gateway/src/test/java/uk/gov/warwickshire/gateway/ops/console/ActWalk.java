package uk.gov.warwickshire.gateway.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** What all walks through acts do: press a button, and read what came of it. */
public final class ActWalk {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private ActWalk() {}

    /** Of exactly that name. */
    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public static void assertDone(Page page, String words) {
        // The whole page first: it says why, where it was refused.
        assertThat(page.locator("#content")).containsText(words, PATIENTLY);
        assertThat(page.locator(".govuk-notification-banner__heading")).containsText(words);
    }

    /** Looks again until it stands there, for a minute. */
    static void await(Page page, Locator wanted) {
        for (int looks = 0; looks < 60 && wanted.count() == 0; looks++) {
            page.waitForTimeout(1000);
            page.reload();
        }
        assertThat(wanted.first()).isVisible();
    }
}
