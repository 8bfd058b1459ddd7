package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class BusyTimeProperties {
  private static final BusyTime TIME = new BusyTime(Company.load().hours());
  private static final long EARLIEST = 1_600_000_000_000L;
  private static final long LATEST = 1_900_000_000_000L;

  @Property
  void leadsBackToTheClock(@ForAll @LongRange(min = EARLIEST, max = LATEST) long millis) {
    var clock = Instant.ofEpochMilli(millis);
    assertThat(Duration.between(TIME.when(TIME.at(clock)), clock).abs())
        .isLessThanOrEqualTo(Duration.ofMillis(1));
  }

  @Property
  void keepsOrder(
      @ForAll @LongRange(min = EARLIEST, max = LATEST) long one,
      @ForAll @LongRange(min = 1, max = 100_000_000) long more) {
    var earlier = TIME.at(Instant.ofEpochMilli(one));
    var later = TIME.at(Instant.ofEpochMilli(one + more));
    assertThat(earlier).isLessThan(later);
    assertThat(TIME.when(earlier)).isBeforeOrEqualTo(TIME.when(later));
  }

  @Property
  void aDayIsADay(@ForAll @LongRange(min = EARLIEST, max = LATEST) long millis) {
    var clock = Instant.ofEpochMilli(millis);
    assertThat(TIME.at(clock.plus(Duration.ofDays(1))) - TIME.at(clock)).isCloseTo(1, within(1e-9));
  }
}
