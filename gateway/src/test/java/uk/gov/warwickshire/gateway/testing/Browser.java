package uk.gov.warwickshire.gateway.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven as a person would use it. */
public final class Browser implements AutoCloseable {

    private static final List<String> ACCESSIBILITY = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE_WIDTH = 375;
    private static final String TOO_WIDE = """
            width => [...document.querySelectorAll('main *, header *, nav *')]
                .filter(e => e.getBoundingClientRect().right > width && !e.closest('.app-scroll'))
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
            """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final Path pictures = Path.of("target", "screenshots");

    public Browser() {
        Path chromium = installed().orElseThrow(() -> new IllegalStateException("no Chromium on this machine"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** For {@code @EnabledIf}: without a browser the pages are not walked, and the run says so. */
    public static boolean isInstalled() {
        boolean found = installed().isPresent();
        if (!found) {
            System.out.println(
                    "No Chromium or Chrome on this machine: the tests that walk the console's pages are skipped.");
        }
        return found;
    }

    private static Optional<Path> installed() {
        // The shell first: it draws the same pages without the windows of a whole browser around them.
        return Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A person of their own: no cookie is shared. */
    public BrowserContext visitor() {
        return visitor(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** A person whose browser differs, for one without scripts. */
    public BrowserContext visitor(com.microsoft.playwright.Browser.NewContextOptions options) {
        return browser.newContext(options.setViewportSize(1280, 900).setLocale("en-GB"));
    }

    /** Everybody goes: a page that stays open asks its live events of the gateway for as long as it does. */
    public void leave() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /** Keeps a picture of the whole page, wide and as on a phone, and says what axe has against it. */
    public List<String> faults(Page page, String picture) {
        page.screenshot(shot(picture));
        List<String> faults = axe(page);
        page.setViewportSize(PHONE_WIDTH, 812);
        page.screenshot(shot(picture + "-phone"));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        Object wide = page.evaluate(TOO_WIDE, PHONE_WIDTH);
        page.setViewportSize(1280, 900);
        return width <= PHONE_WIDTH
                ? faults
                : Stream.concat(
                                faults.stream(),
                                Stream.of("scrolls sideways on a phone: " + width + " px because of " + wide))
                        .toList();
    }

    private Page.ScreenshotOptions shot(String picture) {
        return new Page.ScreenshotOptions()
                .setPath(pictures.resolve(picture + ".png"))
                .setFullPage(true);
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .withTags(ACCESSIBILITY).analyze().getViolations().stream()
                        .map(Browser::inWords)
                        .toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
