package io.campaignpulse.simulators.world;

import io.campaignpulse.simulators.target.Offers;
import io.campaignpulse.simulators.target.Target;
import io.campaignpulse.simulators.target.TargetException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets customers answer what the system offers: shortly after a moment that was sent it asks what
 * to propose, and tells how that was taken. It keeps nobody waiting: what can't be asked or told is
 * left out, and so is what comes while too much waits.
 */
public final class OfferStories implements LiveCompany.Listener {
  private static final int MOST_WAITING = 1_000;
  private static final int UNITS_REMEMBERED = 10_000;

  /** What was just sent takes the system a moment to decide on. */
  private static final Duration AT_LEAST = Duration.ofMillis(1_500);

  /** Does things later, elsewhere. */
  public interface Alarm {
    void in(Duration time, Runnable work);
  }

  private final OfferAnswers answers;
  private final Offers offers;
  private final Target target;
  private final InstantSource clock;
  private final Alarm alarm;
  private final Set<String> asked = Collections.newSetFromMap(remembering(UNITS_REMEMBERED));
  private final AtomicInteger waiting = new AtomicInteger();

  public OfferStories(World world, Offers offers, Target target, InstantSource clock, Alarm alarm) {
    this.answers = world.offerAnswers();
    this.offers = offers;
    this.target = target;
    this.clock = clock;
    this.alarm = alarm;
  }

  private static Map<String, Boolean> remembering(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
        return size() > most;
      }
    };
  }

  @Override
  public void sent(long sent, long rejected, Instant dueUntil) {
    // how many there are is nothing to a customer
  }

  @Override
  public void taken(List<Emission> batch) {
    var now = clock.instant();
    for (var emission : batch) {
      Moment.of(emission.event())
          .filter(moment -> moment.isFresh(now) && first(moment))
          .ifPresent(this::askLater);
    }
  }

  private boolean first(Moment moment) {
    synchronized (asked) {
      return asked.add(moment.unit());
    }
  }

  private void askLater(Moment moment) {
    var left = left(moment.at().plusMillis(OfferAnswers.PRESENTED_AFTER_MILLIS));
    later(left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left, () -> ask(moment));
  }

  private void ask(Moment moment) {
    if (!moment.isFresh(clock.instant())) {
      return;
    }
    offers
        .next(moment.who(), moment.channel())
        .filter(moment::isOf)
        .ifPresent(proposal -> tell(answers.of(moment, proposal)));
  }

  /** Tells the first of these, and the others when they are due. */
  private void tell(List<Emission> told) {
    target.events(List.of(told.get(0).event()));
    var rest = told.subList(1, told.size());
    if (!rest.isEmpty()) {
      later(left(rest.get(0).due()), () -> tell(rest));
    }
  }

  private Duration left(Instant due) {
    return Duration.between(clock.instant(), due);
  }

  private void later(Duration time, Runnable work) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return;
    }
    try {
      alarm.in(
          time,
          () -> {
            waiting.decrementAndGet();
            leaveOutOnFailure(work);
          });
    } catch (RejectedExecutionException e) {
      waiting.decrementAndGet(); // the company is closing
    }
  }

  private static void leaveOutOnFailure(Runnable work) {
    try {
      work.run();
    } catch (TargetException e) {
      // the customer has hung up or gone on by the time the system is back
    }
  }
}
