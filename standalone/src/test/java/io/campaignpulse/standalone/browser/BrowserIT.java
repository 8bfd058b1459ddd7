package io.campaignpulse.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.standalone.PulseSystem;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Started;
import io.campaignpulse.standalone.WiredParts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page in a real browser, before a whole running system. */
class BrowserIT {
  @TempDir private static Path directory;
  private static final Started started = new Started();
  private static Company company;
  private static CuttableLine line;
  private static Screen screen;

  @BeforeAll
  static void start() throws Exception {
    var browser = started.add(new Browser(directory.resolve("profile")));
    var address = system().start(false);
    company = new Company(address);
    line = started.add(new CuttableLine(address));
    screen = new Screen(browser.driver(), line.address());
  }

  @AfterAll
  static void stop() throws Exception {
    started.close();
  }

  private static PulseSystem system() {
    var settings =
        new Settings(
            0,
            directory.resolve("data"),
            Currency.getInstance("USD"),
            Duration.ofHours(24),
            Duration.ofDays(180),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    var silent = new PrintStream(OutputStream.nullOutputStream());
    return new PulseSystem(settings, new WiredParts(), new Stages(silent, false), started);
  }

  @BeforeEach
  void atADesk() {
    screen.desktop();
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void figuresMoveWhileTheyAreLookedAt() {
    company.defines("moving", "Moving fridges");
    company.contacts("moving", "m", 8);
    screen.open("/campaigns?q=moving");
    screen.seeLive(Set.of("live"));
    screen.read(row("moving"), "0 of 8");

    company.isCalledBy("m", 2, "moving");
    screen.read(row("moving"), "25.0 %");
    screen.read(row("moving"), "2 of 8");
  }

  @Test
  void aCampaignShowsItsChartsFunnelAndTables() {
    company.defines("whole", "A whole campaign");
    company.contacts("whole", "w", 10);
    company.contacts("whole", "held-out", 5, "CONTROL");
    company.isCalledBy("w", 4, "whole");
    company.sellsTo("w", 1, "whole");
    screen.open("/campaigns");
    screen.click("a[href='/campaigns/whole']");

    screen.read("h1", "A whole campaign");
    screen.read(".lead", "40.0 %");
    screen.seeDrawn(".panel-curve");
    screen.seeDrawn(".panel-funnel");
    screen.seeDrawn(".panel-activity");
    screen.click(".panel-funnel .segments button:last-child");
    screen.read(".panel-funnel table", "contacted 10");
    screen.read(".panel-funnel table", "responded 4");
    screen.read(".panel-funnel table", "bought 1");
    screen.read(".breakdown", "E-mail 40.0 %");
    screen.read(".lift", "against 5 customers held out as CONTROL");
    screen.read(".lift", "+40.0 points");
    screen.read(".lift", "too early to tell");

    company.isCalledBy("w", 6, "whole");
    screen.read(".lead", "60.0 %");
  }

  @Test
  void figuresOpenDownToTheInteractionsThemselves() {
    company.defines("opened", "Spring swap");
    company.knows("young", 6, "Young");
    company.contacts("opened", "young", 6);
    company.contacts("opened", "old", 4);
    company.isCalledBy("young", 3, "opened");
    company.sellsTo("young", 1, "opened");
    screen.open("/campaigns/opened");
    screen.click(".breakdown a[href='/campaigns/opened/breakdown?channel=EMAIL']");
    screen.read(".crumbs", "Spring swap");
    screen.read("h1", "E-mail");
    screen.read(".slice-stats", "3 of 10 contacted");

    screen.click(".breakdown a[href='/campaigns/opened/breakdown?channel=EMAIL&segment=Young']");
    screen.read("h1", "Young");
    screen.read(".slice-stats", "50.0 %");
    screen.read(".newest[data-list='orders']", "Order · Web Eve 0");
    screen.read(".newest[data-list='orders']", "direct $499.00");
    screen.read(".newest[data-list='responses']", "Call Eve 2 C direct");
    company.isCalledBy("young", 5, "opened");
    screen.read(".newest[data-list='responses']", "Call Eve 4 C direct");
    screen.read(".slice-stats", "5 of 6 contacted");

    screen.phone();
    screen.neverScrollsSideways();
    screen.desktop();
    screen.click(".newest[data-list='orders'] a[href='/customers/young0']");
    screen.read("h1", "Eve 0");
    screen.back();
    screen.read("h1", "Young");
    screen.press(Keys.ESCAPE);
    screen.read("h1", "E-mail");
    screen.press(Keys.ESCAPE);
    screen.read("h1", "Spring swap");
    screen.click(".figure-row a[href='/campaigns/opened/breakdown']");
    screen.read("h1", "All channels and segments");
    screen.read(".newest[data-list='contacts']", "Contact · E-mail");
    screen.see("section[aria-labelledby='newest-contacts'] button[aria-label$='as CSV']");
    screen.press(Keys.ESCAPE);
    screen.click("a.lead-figure");
    screen.read("h1", "All channels and segments");
  }

  @Test
  void callsAreSeenWaitingUntilTheyAreTakenAndWeightsAndRulesTriedBeforeTheyHold() {
    company.keepsWaiting("helpdesk", "h", 3);
    screen.open("/campaigns");
    // Both keys have to come within a second, which a page that is still being drawn may not see.
    screen.read("h1", "Campaigns");
    screen.seeFigures();
    screen.press("g", "q");
    screen.read("h1", "Calls");
    var queue = "section[aria-labelledby='queue-helpdesk']";
    screen.read(queue, "Waiting 3");
    screen.read(queue, "by waiting time and value");
    screen.read(queue + " tbody tr:last-child", "3 h");
    company.answers("helpdesk");
    screen.read(queue, "Waiting 2");
    screen.read(queue, "1 answered");

    screen.click("a[href='/calls/weights']");
    screen.read(".weights-form", "Together: 100 of 100 for a known customer");
    screen.click(".form-foot button[type='button']");
    screen.read(".weights-preview", "Who would move");

    screen.open("/calls");
    screen.click("a[href='/calls/rules']");
    screen.read(".rows-queues ~ .panel-note", "No rule");
    screen.click(".rows-foot button:first-child");
    screen.type("[id='field-queues[0].queue']", "elsewhere");
    screen.type("#field-mostRate", "0.5");
    screen.read(".field:has(#field-mostRate) .field-error", "Must not be below the least rate");
    screen.type("#field-mostRate", "5");
    screen.click(".form-foot button[type='button']");
    screen.read(".rules-preview", "waiting calls, had they come under these rules");
    screen.read(".rules-preview tbody", "helpdesk → elsewhere");
    screen.click(".form-foot .button-main");
    screen.read("h1", "Calls");
    screen.click("a[href='/calls/rules']");
    assertThat(screen.see("[id='field-queues[0].queue']").getDomProperty("value"))
        .isEqualTo("elsewhere");
    screen.phone();
    screen.open("/calls");
    screen.read(queue, "Waiting 2");
    screen.neverScrollsSideways();
  }

  @Test
  void aCutLineIsToldAndMended() {
    company.defines("cut", "Cut off");
    company.contacts("cut", "c", 10);
    screen.open("/campaigns/cut");
    screen.read(".lead", "0 customers");
    screen.seeLive(Set.of("live"));

    line.cut();
    screen.seeLive(Set.of("reconnecting", "stale"));
    company.isCalledBy("c", 3, "cut");
    screen.seeLive(Set.of("stale"));
    screen.read(".live", "stale since");
    screen.read(".toasts", "No word from the server since");
    screen.read(".lead", "0 customers");
    assertThat(screen.see(".lead-figure").getCssValue("font-style")).isEqualTo("italic");

    line.restore();
    screen.seeLive(Set.of("live"));
    screen.read(".lead", "3 customers");
    assertThat(screen.see(".lead-figure").getCssValue("font-style")).isEqualTo("normal");
    assertThat(screen.complaints()).allMatch(one -> one.contains("WebSocket connection to"));
  }

  @Test
  void aCampaignIsCreatedAndEditedInTheForm() {
    screen.open("/campaigns/new");
    screen.type("#field-name", "Spring fridge swap");
    screen.choose("#field-startsAt", "2026-03-02T08:00");
    screen.choose("#field-endsAt", "2026-03-01T08:00");
    screen.click("form .button-main");
    screen.read(".field:has(#field-endsAt) .field-error", "Must not be before the start");
    screen.choose("#field-endsAt", "2026-03-31T08:00");
    screen.type("#field-campaignCodes", "FRIDGE26");
    screen.type("#field-fixedCost", "0.001");
    screen.click("form .button-main");
    screen.read(".form-result", "Not saved");
    assertThat(screen.see("#field-fixedCost").getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(screen.complaints()).allMatch(one -> one.contains("422") || one.contains("400"));

    screen.type("#field-fixedCost", "100.00");
    screen.click("form .button-main");
    screen.read("h1", "Spring fridge swap");
    assertThat(screen.path()).isEqualTo("/campaigns/spring-fridge-swap");

    screen.click(".campaign-title .button");
    screen.type("#field-name", "Summer fridge swap");
    screen.click("form .button-main");
    screen.read("h1", "Summer fridge swap");
    assertThat(screen.path()).isEqualTo("/campaigns/spring-fridge-swap");
  }

  @Test
  void everyPageFitsAPhone() {
    company.defines("narrow", "A campaign with a rather long name that still has to fit a phone");
    company.contacts("narrow", "n", 10);
    company.isCalledBy("n", 1, "narrow");
    screen.phone();
    for (var page : Set.of("/campaigns", "/campaigns/narrow", "/campaigns/new", "/health")) {
      screen.open(page);
      screen.seeLive(Set.of("live"));
      screen.see(By.tagName("h1"));
      screen.seeFigures();
      screen.neverScrollsSideways();
    }
  }

  @Test
  void theKeyboardOpensACampaignAndComesBack() {
    company.defines("keys", "By keyboard");
    screen.open("/campaigns?q=keyboard");
    screen.see("a[href='/campaigns/keys']");
    screen.press("j");
    screen.press(Keys.ENTER);
    screen.read("h1", "By keyboard");
    assertThat(screen.path()).isEqualTo("/campaigns/keys");
    screen.press(Keys.ESCAPE);
    screen.see("a[href='/campaigns/keys']");
    assertThat(screen.path()).isEqualTo("/campaigns");
    screen.press("gh");
    screen.read("h1", "Data quality");
    screen.press(Keys.ESCAPE);
    screen.see("a[href='/campaigns/keys']");
  }

  @Test
  void aChartHasARangeOfItsOwn() {
    company.defines("ranged", "With two ranges");
    company.contacts("ranged", "r", 10);
    company.isCalledBy("r", 2, "ranged");
    screen.open("/campaigns/ranged?range=1d");
    screen.seeDrawn(".panel-activity");
    screen.choose(".panel-activity .own-range", "15m");
    screen.read(".panel-activity .panel-note", "each step is 1 minute");
    screen.read(".panel-curve .panel-note", "each step is 10 minutes");
    screen.open("/campaigns/ranged?activity.range=1h");
    screen.read(".panel-activity .panel-note", " – ");
  }

  @Test
  void theListTellsTheLift() {
    company.defines("lifted", "With a control group");
    company.contacts("lifted", "l", 10);
    screen.open("/campaigns?q=lifted");
    screen.read(row("lifted"), "0 of 10");
    company.contacts("lifted", "held", 5, "CONTROL");
    company.isCalledBy("l", 4, "lifted");
    screen.read(row("lifted"), "too early to tell");
  }

  @Test
  void aCustomerIsFoundAndTheirCardFollowsThem() throws Exception {
    company.knows("petra0", "Petra Novak");
    screen.open("/campaigns");
    screen.see(By.tagName("h1"));
    screen.seeFigures();
    screen.press("gu");
    screen.type("#customer", "petra-who");
    screen.press(Keys.ENTER);
    screen.read(".customer-search", "Nobody is known by petra-who.");
    screen.type("#customer", "petra0");
    screen.press(Keys.ENTER);
    screen.read("h1", "Petra Novak");
    screen.read(".tiers", "C new: has not bought yet");
    screen.read(".avoid", "No marketing");

    company.sellsTo("petra", 1, "card");
    screen.read(".customer-value", "Spend so far $499.00");
    screen.back();
    screen.read("h1", "Customers");
    screen.phone();
    for (var page : List.of("/customers", "/customers/petra0")) {
      screen.open(page);
      screen.see(By.tagName("h1"));
      screen.seeFigures();
      screen.neverScrollsSideways();
    }
    screen.press(Keys.ESCAPE);
    screen.see("#customer");
    assertThat(screen.complaints())
        .allMatch(one -> one.contains("/api/v1/") && one.contains("404"));
  }

  @Test
  void anOfferIsMadeToACallerWhoseAnswerCounts() {
    company.leavesNobodyWithoutOffers();
    company.knows("offered", 1, "Offered");
    screen.open("/offers/new");
    screen.type("#field-name", "Filter set");
    screen.type("#field-pitch", "Half price today");
    screen.type("#field-item", "filter");
    screen.type("#field-eligibility", "segment == \"Offered");
    screen.click("form .button-main");
    screen.read(".form-result", "Not saved");
    screen.type("#field-eligibility", "segment == \"Offered\"");
    screen.click("form .button-main");
    screen.read("h1", "Filter set");

    company.keepsWaiting("offers", "offered", 1);
    screen.open("/customers/offered0");
    screen.read(".customer-offer", "Filter set");
    screen.read(".customer-offer", "Half price today");
    screen.click(".customer-offer [data-outcome='PRESENTED']");
    screen.read(".customer-offer", "Noted: presented.");
    screen.click(".customer-offer [data-outcome='ACCEPTED']");
    screen.read(".customer-offer", "Noted: accepted.");
    screen.press("go");
    screen.read(".offers", "100.0 %");
    screen.read(".offers", "1 of 1");
    screen.phone();
    for (var page : List.of("/offers", "/offers/new", "/offers/policy", "/affinity")) {
      screen.open(page);
      screen.see(By.tagName("h1"));
      screen.neverScrollsSideways();
    }
    assertThat(screen.complaints()).allMatch(one -> one.contains("422") || one.contains("400"));
  }

  @Test
  void namesAreNeverMarkup() {
    company.defines("markup", "<img src=x onerror=alert(1)><script>alert(2)</script>");
    screen.open("/campaigns/markup");
    screen.read("h1", "<img src=x onerror=alert(1)>");
  }

  private static String row(String campaign) {
    return "tr:has(a[href='/campaigns/%s'])".formatted(campaign);
  }
}
