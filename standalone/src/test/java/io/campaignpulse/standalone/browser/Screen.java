package io.campaignpulse.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as somebody in front of it sees and uses it; every look waits for what it looks for. */
final class Screen {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver browser;
  private final WebDriverWait wait;
  private final URI address;

  Screen(ChromeDriver browser, URI address) {
    this.browser = browser;
    this.address = address;
    wait = new WebDriverWait(browser, PATIENCE, Duration.ofMillis(50));
    wait.ignoring(StaleElementReferenceException.class);
  }

  void open(String path) {
    browser.get(address.resolve(path).toString());
  }

  void back() {
    browser.navigate().back();
  }

  String path() {
    return URI.create(browser.getCurrentUrl()).getPath();
  }

  WebElement see(String css) {
    return see(By.cssSelector(css));
  }

  WebElement see(By what) {
    return until(
        what + " is on the screen",
        page -> {
          var found = page.findElements(what);
          return found.stream().filter(WebElement::isDisplayed).findFirst().orElse(null);
        });
  }

  /** Waits until such elements say these words. */
  void read(String css, String words) {
    var last = new AtomicReference<String>("nothing");
    until(
        () -> "%s says “%s”, not “%s”".formatted(css, words, last.get()),
        page -> {
          last.set(wordsOf(page, css));
          return last.get().contains(words);
        });
  }

  private static String wordsOf(WebDriver page, String css) {
    return page.findElements(By.cssSelector(css)).stream()
        .filter(WebElement::isDisplayed)
        .map(element -> element.getText().replaceAll("[\\s\\u202f]+", " "))
        .collect(Collectors.joining(" | "));
  }

  /** Waits until something has been drawn on the canvas of the panel. */
  void seeDrawn(String panel) {
    until(
        panel + " is drawn",
        page ->
            browser.executeScript(
                    """
                    const canvas = document.querySelector(arguments[0] + " canvas");
                    if (!canvas || !canvas.width || !canvas.height) return false;
                    const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                    return data.some(one => one !== 0);
                    """,
                    panel)
                == Boolean.TRUE);
  }

  void seeLive(Set<String> kinds) {
    until(
        "live state is one of " + kinds,
        page -> kinds.contains(page.findElement(By.tagName("html")).getDomAttribute("data-live")));
  }

  void click(String css) {
    see(css).click();
  }

  void press(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  void type(String css, String words) {
    var field = see(css);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    field.sendKeys(words);
  }

  /** Sets a date field, whose typing order is the locale's, as a picker does. */
  void choose(String css, String value) {
    browser.executeScript(
        """
        arguments[0].value = arguments[1];
        for (const type of ["input", "change"]) arguments[0].dispatchEvent(new Event(type, {bubbles: true}));
        """,
        see(css),
        value);
  }

  void phone() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
  }

  void desktop() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Waits until figures stand where grey shapes stood. */
  void seeFigures() {
    until(
        "figures at " + path(),
        page ->
            page.findElements(By.className("bone")).stream().noneMatch(WebElement::isDisplayed));
  }

  void neverScrollsSideways() {
    var wide =
        browser.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat((Long) wide).as("pixels too wide at %s", path()).isLessThanOrEqualTo(0);
  }

  /** What the browser has complained of since it was last asked. */
  List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  private <T> T until(String what, ExpectedCondition<T> condition) {
    return until(() -> what, condition);
  }

  private <T> T until(Supplier<String> what, ExpectedCondition<T> condition) {
    return wait.withMessage(what).until(condition);
  }
}
