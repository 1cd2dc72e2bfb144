package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page in a window of its own, with a record of everything that went wrong in it. */
final class Visit implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  private Visit(BrowserContext context, URI base) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            errors.add(message.type() + ": " + message.text() + " " + message.location());
          }
        });
    page.onPageError(error -> errors.add("uncaught: " + error));
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(base + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            foreign.add(url);
          }
        });
  }

  /** Opens {@code base/?query} and waits until its data is there and every chart is drawn. */
  static Visit open(Browser browser, URI base, Look look, String query) {
    Visit visit =
        new Visit(
            browser.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(look.width(), look.height())
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                    .setTimezoneId(look.zone())),
            base);
    visit.page.navigate(
        base + "/?" + query + "&lang=" + look.language() + "&theme=" + look.theme());
    visit.waitUntilDrawn();
    return visit;
  }

  Page page() {
    return page;
  }

  /** The first element of a selector. */
  Locator first(String selector) {
    return page.locator(selector).first();
  }

  /** What a reader sees in the first element of a selector. */
  String text(String selector) {
    return first(selector).innerText().replaceAll("\\s+", " ").trim();
  }

  /** The page's heading as soon as it contains a text. */
  String heading(String part) {
    page.locator("h1", new Page.LocatorOptions().setHasText(part)).waitFor();
    return text("h1");
  }

  /** Waits for a condition of the page, written in its own language. */
  void waitFor(String javascript) {
    page.waitForFunction(javascript);
  }

  void waitUntilDrawn() {
    first("main h1, main h2")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    waitFor(
        "() => !document.querySelector('.skeleton, .skeleton-card')"
            + " && [...document.querySelectorAll('.chart-box')].every((box) => box.querySelector('canvas'))");
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Violations of the Web Content Accessibility Guidelines 2.2, levels A and AA. */
  List<String> violations() {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .flatMap(
                rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
            .toList();
  }

  /** Elements that stand out of the window to the side. */
  Object sidewaysOverflow() {
    return page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
  }

  void assertClean() {
    assertThat(errors).as("console of " + page.url()).isEmpty();
    assertThat(foreign).as("requests to other hosts from " + page.url()).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
