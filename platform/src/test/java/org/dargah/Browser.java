package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium that looks at pages as people do: on a desktop, on a phone, with and without
 * JavaScript.
 */
@NullMarked
public final class Browser implements AutoCloseable {

    private static final Path SYSTEM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static @Nullable Browser shared;

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium =
            playwright.chromium().launch(options());

    /** The one browser of all journeys; it ends with the tests. */
    public static synchronized Browser shared() {
        if (shared == null) {
            shared = new Browser();
        }
        return shared;
    }

    private static BrowserType.LaunchOptions options() {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
        String chosen = System.getenv("DARGAH_BROWSER");
        if (chosen != null) {
            return options.setExecutablePath(Path.of(chosen));
        }
        return Files.isExecutable(SYSTEM) ? options.setExecutablePath(SYSTEM) : options;
    }

    public Page desktop() {
        return page(1280, 900, true);
    }

    public Page phone() {
        return page(390, 844, true);
    }

    /** A phone whose browser runs no script. */
    public Page plainPhone() {
        return page(390, 844, false);
    }

    private Page page(int width, int height, boolean javaScript) {
        return chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("fa-IR")
                                .setJavaScriptEnabled(javaScript))
                .newPage();
    }

    /**
     * Keeps a picture of the page and insists that everyone can use it: WCAG 2.2 AA, no overflow.
     */
    public static void look(Page page, String name) {
        picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("%s: pixels that stand out sideways", name)
                .isIn(0, -1);
        // In the page itself: ours hold no other pages, and a second one would take its time.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG);
        List<String> violations =
                axe.analyze().getViolations().stream().map(Browser::sentence).toList();
        assertThat(violations).as("accessibility of %s", name).isEmpty();
    }

    /** Chromium on a busy machine sometimes fails to capture a long page; it may try once more. */
    public static void picture(Page page, String name) {
        try {
            capture(page, name);
        } catch (PlaywrightException e) {
            capture(page, name);
        }
    }

    private static void capture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static String sentence(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).limit(5).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
