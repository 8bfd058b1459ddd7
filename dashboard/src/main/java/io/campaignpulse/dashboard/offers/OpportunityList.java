package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.events.views.Opportunity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** The customers behind an opportunity, as a list to work with; one list at a time is made. */
public final class OpportunityList {
  /** So many are listed at most, those who are worth most: some 170 bytes each on the heap. */
  public static final int MOST = 500_000;

  /** Tells spreadsheets that what follows is UTF-8. */
  private static final String MARK = "\ufeff";

  private static final String HEAD = MARK + "customerId,worth,doNotCall\r\n";

  private static final Comparator<Behind> MOST_FIRST =
      Comparator.comparingDouble(Behind::worth).reversed().thenComparing(Behind::customerId);

  private final OfferStore store;
  private final BooleanSupplier consentKnown;
  private final Clock clock;
  private final int most;
  private final Semaphore turn = new Semaphore(1);

  /** Where a list goes to once it is known who is on it. */
  public interface Target {
    /**
     * @param file what to call it: by what could be sold and the day, in UTC
     */
    OutputStream open(String file) throws IOException;
  }

  /**
   * @param consentKnown whether the store holds what customers had said when this process began
   */
  public OpportunityList(OfferStore store, BooleanSupplier consentKnown, Clock clock) {
    this(store, consentKnown, clock, MOST);
  }

  OpportunityList(OfferStore store, BooleanSupplier consentKnown, Clock clock, int most) {
    this.store = store;
    this.consentKnown = consentKnown;
    this.clock = clock;
    this.most = most;
  }

  /**
   * Writes it as CSV, without those who want no marketing by now. What is amiss with the store is
   * thrown before anything is written, so that no list ends too early.
   *
   * @return false for an unknown opportunity
   */
  public boolean write(String name, Target target) throws IOException {
    var found = store.opportunities().stream().filter(each -> each.name().equals(name)).findAny();
    if (found.isPresent()) {
      write(found.get(), target);
    }
    return found.isPresent();
  }

  private void write(Opportunity opportunity, Target target) throws IOException {
    if (!consentKnown.getAsBoolean()) {
      throw new BusyException(
          "Reference data are still being read, and until then nobody knows who wants no"
              + " marketing");
    }
    if (!turn.tryAcquire()) {
      throw new BusyException(
          "Another list of customers is being made; ask again when that one is done");
    }
    try {
      var customers = gather(opportunity.name());
      write(customers, target.open(fileName(opportunity)));
    } finally {
      turn.release();
    }
  }

  private String fileName(Opportunity opportunity) {
    var kind = opportunity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
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

  private static void write(TreeSet<Behind> customers, OutputStream out) throws IOException {
    var csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.write(HEAD);
    // Whose worth has changed meanwhile may be there twice.
    var written = new HashSet<String>();
    for (var each : customers) {
      if (written.add(each.customerId())) {
        csv.write(CsvCell.of(each.customerId()) + "," + plain(each.worth()));
        csv.write("," + each.consent().doNotCall() + "\r\n");
      }
    }
    csv.flush();
  }

  private static String plain(double worth) {
    return BigDecimal.valueOf(worth).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
