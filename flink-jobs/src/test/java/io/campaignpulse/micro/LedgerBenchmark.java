package io.campaignpulse.micro;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Fixtures;
import io.campaignpulse.response.core.Ledger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an entry costs in the ledger of a customer who has some events: one more, and out again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBenchmark {
  private static final int CAMPAIGNS = 10;

  @Param({"5", "40", "200"})
  int events;

  private final Touch entered = Fixtures.visit("entered", Fixtures.START + Fixtures.DAY, "c3");
  private CampaignBook book;
  private Ledger ledger;

  @Setup
  public void fill() {
    var campaigns = IntStream.range(0, CAMPAIGNS).mapToObj(c -> Fixtures.campaign("c" + c));
    book = Fixtures.book(campaigns.toArray(CampaignTerms[]::new));
    ledger = new Ledger();
    for (int n = 0; n < events; n++) {
      var touch = touch(n);
      Bookkeeping.apply(ledger, book, l -> l.enter(touch));
    }
  }

  /** Of five events one is a contact and four are visits. */
  private static Touch touch(int n) {
    var campaign = "c" + n % CAMPAIGNS;
    var at = Fixtures.START + n * Fixtures.DAY / 100;
    return n % 5 == 0
        ? Fixtures.contact("k" + n, campaign, at)
        : Fixtures.visit("v" + n, at, campaign);
  }

  @Benchmark
  public List<Change> enterAndRemove() {
    Bookkeeping.enter(ledger, book, entered);
    return Bookkeeping.apply(ledger, book, l -> l.remove("entered"));
  }
}
