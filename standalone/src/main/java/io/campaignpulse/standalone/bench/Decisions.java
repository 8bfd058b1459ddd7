package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.simulators.target.PulseClient;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How soon the decision on a queued call can be read, and what to offer to who calls, while
 * everything else goes on.
 */
final class Decisions implements RowOnWhole {
  private static final double EVENTS_PER_SECOND = 5_000;
  private static final int OFFERS = 8;

  @Override
  public String id() {
    return "decisions";
  }

  @Override
  public String title() {
    return "Queued call to decision and to offer, 5,000 events a second";
  }

  @Override
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var system = setup.whole();
    try (var probe = new OfferProbe(system.ends(), LoadedSystem.WARM_UP)) {
      new PulseClient(system.address()).reference(ReferenceKind.OFFERS, offers());
      system.warmUpAt(EVENTS_PER_SECOND);
      probe.start();
      var result = system.load(EVENTS_PER_SECOND, LoadedSystem.TIMED);
      result.lines().forEach(line -> setup.stages().say("    " + line));
      var decided = result.decided().orElseThrow();
      var seen = probe.stop();
      if (seen.getTotalCount() == 0) {
        throw new IllegalStateException("no offer was seen in the timed part");
      }
      var figures = new LinkedHashMap<String, Double>();
      figures.put("decisionP50Millis", RowOnWhole.millis(decided, 50));
      figures.put("decisionP99Millis", RowOnWhole.millis(decided, 99));
      figures.put("undecided", (double) result.undecided());
      figures.put("offerP50Millis", RowOnWhole.millis(seen, 50));
      figures.put("offerP99Millis", RowOnWhole.millis(seen, 99));
      figures.put("offersAwaited", (double) seen.getTotalCount());
      figures.put("offersNeverSeen", (double) probe.undecided());
      return figures;
    }
  }

  /** Some for all, some for a few, as a company has them. */
  private static List<Offer> offers() {
    return IntStream.range(0, OFFERS)
        .mapToObj(
            n ->
                Offer.newBuilder()
                    .setOfferId("offer-" + n)
                    .setName("Offer " + n)
                    .setValue(BigDecimal.valueOf(10L + n).setScale(4))
                    .setEligibility(
                        n % 2 == 0 ? null : "tier != \"A\" && !owns(\"category-" + n + "\")")
                    .build())
        .toList();
  }
}
