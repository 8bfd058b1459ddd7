package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/** The customers behind an opportunity, as a list to work with; one list at a time is made. */
public final class OpportunityList {
  /** So many are listed at most, those who are worth most: some 150 bytes each on the heap. */
  public static final int MOST = 500_000;

  private static final String HEAD = "customerId,worth,doNotCall\r\n";

  /** In some countries a spreadsheet separates by semicolons. */
  private static final String QUOTED = "\",;\t\r\n";

  private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
  private static final Comparator<Behind> MOST_FIRST =
      Comparator.comparingDouble(Behind::worth).reversed().thenComparing(Behind::customerId);

  private final OfferStore store;
  private final int most;
  private final Semaphore turn = new Semaphore(1);

  public OpportunityList(OfferStore store) {
    this(store, MOST);
  }

  OpportunityList(OfferStore store, int most) {
    this.store = store;
    this.most = most;
  }

  /** As CSV, without those who want no marketing by now; empty for an unknown opportunity. */
  public Optional<String> csv(String name) {
    if (store.opportunities().stream().noneMatch(each -> each.name().equals(name))) {
      return Optional.empty();
    }
    if (!turn.tryAcquire()) {
      throw new BusyException(
          "Another list of customers is being made; ask again when that one is done");
    }
    try {
      return Optional.of(write(gather(name)));
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
    var runs = !text.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0;
    var plain = runs ? "'" + text : text;
    return plain.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
