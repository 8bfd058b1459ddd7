package io.campaignpulse.simulators.replay;

import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A data set ready to be replayed: its reference data, and its events in order of event time. */
public final class ReplayPlan {
  private final Mapping mapping;
  private final Map<ReferenceKind, List<SpecificRecord>> references;
  private final List<PlannedEvent> events;
  private final List<String> skipped;
  private final Duration shift;

  ReplayPlan(
      Mapping mapping,
      Map<ReferenceKind, List<SpecificRecord>> references,
      List<PlannedEvent> events,
      List<String> skipped,
      Duration shift) {
    this.mapping = mapping;
    this.references = references;
    this.events = events;
    this.skipped = skipped;
    this.shift = shift;
  }

  /** A data set that comes with the product. */
  public static ReplayPlan bundled(String name, Currency currency) {
    return PlanReader.read(BundledData.mapping(name, currency));
  }

  /** A user's own data: a mapping, and the files it speaks of. */
  public static ReplayPlan of(Path mapping, List<Path> files, Currency currency) {
    try {
      var besides = mapping.toAbsolutePath().getParent();
      return PlanReader.read(
          Mapping.parse(
              Files.readString(mapping),
              sources -> DataFiles.given(files, besides, sources == 1),
              currency));
    } catch (IOException e) {
      throw new MappingException("the mapping " + mapping + " can't be read: " + e.getMessage(), e);
    }
  }

  /** The same, moved in time so that the last event happens then; campaigns move along. */
  public ReplayPlan endingAt(Instant end) {
    if (events.isEmpty()) {
      return this;
    }
    var last = Instant.ofEpochMilli(events.get(events.size() - 1).at());
    return new ReplayPlan(mapping, references, events, skipped, Duration.between(last, end));
  }

  /** The same without what happens from then on. */
  public ReplayPlan before(Instant end) {
    var first = events.stream().filter(event -> at(event).isBefore(end)).toList();
    return new ReplayPlan(mapping, references, first, skipped, shift);
  }

  public String name() {
    return mapping.name();
  }

  public String about() {
    return mapping.about();
  }

  /** Why rows were left out, where the mapping says that bad rows are. */
  public List<String> skipped() {
    return skipped;
  }

  public List<SpecificRecord> references(ReferenceKind kind) {
    var codec = kind.codec();
    return references.getOrDefault(kind, List.of()).stream()
        .map(each -> TimeShift.moved(decoded(codec.encode(each), codec::decode), shift))
        .toList();
  }

  int referenceCount(ReferenceKind kind) {
    return references.getOrDefault(kind, List.of()).size();
  }

  public List<Campaign> campaigns() {
    return references(ReferenceKind.CAMPAIGNS).stream().map(Campaign.class::cast).toList();
  }

  public List<Customer> customers() {
    return references(ReferenceKind.CUSTOMERS).stream().map(Customer.class::cast).toList();
  }

  /** The events, each made anew when it is asked for. */
  public List<SpecificRecord> events() {
    return new AbstractList<>() {
      @Override
      public SpecificRecord get(int index) {
        var planned = events.get(index);
        var event = decoded(planned.bytes(), planned.type().codec()::decode);
        return TimeShift.moved(event, shift);
      }

      @Override
      public int size() {
        return events.size();
      }
    };
  }

  /** Event time of the n-th event. */
  public Instant at(int index) {
    return at(events.get(index));
  }

  private Instant at(PlannedEvent event) {
    return Instant.ofEpochMilli(event.at()).plus(shift);
  }

  private interface Decoding {
    SpecificRecord decode(byte[] bytes) throws InvalidRecordException;
  }

  private static SpecificRecord decoded(byte[] bytes, Decoding codec) {
    try {
      return codec.decode(bytes);
    } catch (InvalidRecordException e) {
      throw new IllegalStateException("a planned record can't be read back", e);
    }
  }
}
