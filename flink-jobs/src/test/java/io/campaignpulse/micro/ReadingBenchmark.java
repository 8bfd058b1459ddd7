package io.campaignpulse.micro;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Touches;
import java.time.Instant;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an event costs before it is keyed: decoded, checked, reduced. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingBenchmark {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");

  private final Touch.Origin origin = new Touch.Origin("web-visits", 0, 0);
  private final Door door = new Door(USD);
  private final WebVisit visit = visit();
  private final byte[] avro = EventType.WEB_VISIT.codec().encode(visit);

  private static WebVisit visit() {
    var visit = new WebVisit();
    visit.setEventId("load-2a-4711");
    visit.setOccurredAt(AT);
    visit.setCustomer(CustomerRef.newBuilder().setCustomerId("L815").build());
    visit.setVisitId("load-2a-4711");
    visit.setAction(VisitAction.PAGE_VIEW);
    visit.setCampaignCode("load-2a-7");
    return visit;
  }

  @Benchmark
  public SpecificRecord decode() throws InvalidRecordException {
    return EventType.WEB_VISIT.codec().decode(avro);
  }

  @Benchmark
  public SpecificRecord admit() throws InvalidRecordException {
    return door.admit(visit, AT);
  }

  @Benchmark
  public Touch reduce() {
    return Touches.of(visit, origin, USD);
  }
}
