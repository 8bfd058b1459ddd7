package io.campaignpulse.routing.core;

import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.served;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.QuarterHour;
import io.campaignpulse.events.views.ServiceCounts;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CallMarksProperties {
  private static final List<Act> BECAME =
      List.of(Act.ANSWERED, Act.ABANDONED, Act.TRANSFERRED, Act.ENDED);
  private static final long LATER = START + 50_000;

  /** Events of one call, of which some are of one moment and some make no sense. */
  private static List<Touch> events(int count, Random random) {
    var events = new ArrayList<Touch>();
    for (int n = 0; n < count; n++) {
      var at = START + random.nextInt(10) * 5_000;
      var queued = random.nextBoolean();
      var kind = queued ? Touch.Kind.CALL : Touch.Kind.OUTCOME;
      var touch = interaction("e" + n, kind, at, "c", null, 0);
      var act = BECAME.get(random.nextInt(BECAME.size()));
      var queue = random.nextBoolean() ? "sales" : "service";
      events.add(served(queued ? touch : acting(touch, act), queue, queued ? null : "eve"));
    }
    return events;
  }

  /** What a queue counts, whichever one it is. */
  private static final class Counted {
    private final ServiceMinutes minutes = new ServiceMinutes(Map.of());
    private final QuarterHours quarters = new QuarterHours(Map.of());

    void add(CallMark mark) {
      minutes.add(mark, LATER);
      if (mark.kind() == CallMark.Kind.QUEUED) {
        quarters.add(mark, LATER);
      }
    }

    ServiceCounts service() {
      return minutes.counts(LATER);
    }

    long arrivals() {
      return quarters.last(LATER).stream().mapToLong(QuarterHour::calls).sum();
    }
  }

  @Property
  void inWhateverOrderAndHoweverOftenEventsComeAndGoTheChangesAddUpToWhatCounts(
      @ForAll @IntRange(max = 8) int count, @ForAll Random random) {
    var all = events(count, random);
    var coming = new ArrayList<>(all);
    coming.addAll(all.stream().filter(one -> random.nextInt(3) == 0).toList());
    Collections.shuffle(coming, random);
    var ledger = new Ledger();
    var told = new Counted();
    for (var event : coming) {
      change(ledger, told, () -> ledger.enter(event));
      if (random.nextInt(4) == 0) {
        change(ledger, told, () -> ledger.remove(event.eventId()));
        change(ledger, told, () -> ledger.enter(event));
      }
    }
    var batch = new Counted();
    CallMarks.of(all).forEach(batch::add);
    assertThat(told.service()).isEqualTo(batch.service());
    assertThat(told.arrivals()).isEqualTo(batch.arrivals());
    assertThat(told.service().level())
        .satisfiesAnyOf(
            level -> assertThat(level).isEmpty(),
            level -> assertThat(level.getAsDouble()).isBetween(0.0, 1.0));
  }

  private static void change(Ledger ledger, Counted told, Runnable how) {
    var before = CallMarks.of(ledger.page().ofUnit("c"));
    how.run();
    CallMarks.changes(before, CallMarks.of(ledger.page().ofUnit("c"))).forEach(told::add);
  }
}
