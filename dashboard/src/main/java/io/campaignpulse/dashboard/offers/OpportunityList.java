package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.events.views.Opportunity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** The customers behind an opportunity, as a list to work with; one list at a time is made. */
public final class OpportunityList {
  /** So many are listed at most, those who are worth most: some 150 bytes each on the heap. */
  public static final int MOST = 500_000;

  /** Tells spreadsheets that what follows is UTF-8. */
  private static final String MARK = "\ufeff";

  private static final String HEAD = MARK + "customerId,worth,doNotCall\r\n";

  /** In some countries a spreadsheet separates by semicolons. */
  private static final String QUOTED = "\",;\t\r\n";

  private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Comparator<Behind> MOST_FIRST =
      Comparator.comparingDouble(Behind::worth).reversed().thenComparing(Behind::customerId);

  private final OfferStore store;
  private final Clock clock;
  private final int most;
  private final Semaphore turn = new Semaphore(1);

  /**
   * A list as a file.
   *
   * @param name by what could be sold and the day, in UTC
   */
  public record ListFile(String name, String text) {}

  public OpportunityList(OfferStore store, Clock clock) {
    this(store, clock, MOST);
  }

  OpportunityList(OfferStore store, Clock clock, int most) {
    this.store = store;
    this.clock = clock;
    this.most = most;
  }

  /** As CSV, without those who want no marketing by now; empty for an unknown opportunity. */
  public Optional<ListFile> csv(String name) {
    return store.opportunities().stream()
        .filter(each -> each.name().equals(name))
        .findAny()
        .map(each -> new ListFile(fileName(each), list(name)));
  }

  private String fileName(Opportunity opportunity) {
    var kind = opportunity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
  }

  private String list(String name) {
    if (!turn.tryAcquire()) {
      throw new BusyException(
          "Another list of customers is being made; ask again when that one is done");
    }
    try {
      return write(gather(name));
    } finally {
      turn.release();
    }
  }

  private TreeSet<Behind> gather(String name) {
    var customers = new TreeSet<>(MOST_FIRST);
    store.behind(
        name,
        each -> {
          if (!each.consent().marketingOptOut()) {
            customers.add(each);
            if (customers.size() > most) {
              customers.pollLast();
            }
          }
        });
    return customers;
  }

  private static String write(TreeSet<Behind> customers) {
    var csv = new StringBuilder(HEAD);
    // Whose worth has changed meanwhile may be there twice.
    var written = new HashSet<String>();
    for (var each : customers) {
      if (written.add(each.customerId())) {
        csv.append(cell(each.customerId())).append(',').append(plain(each.worth()));
        csv.append(',').append(each.consent().doNotCall()).append("\r\n");
      }
    }
    return csv.toString();
  }

  private static String plain(double worth) {
    return BigDecimal.valueOf(worth).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** As the page saves lists: what a spreadsheet would run as a formula is made plain. */
  private static String cell(String text) {
    var runs =
        !text.isEmpty()
            && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    var plain = runs ? "'" + text : text;
    return plain.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
