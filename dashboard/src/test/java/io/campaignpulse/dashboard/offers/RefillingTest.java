package io.campaignpulse.dashboard.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.RefillStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

class RefillingTest {
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  /** A store that is whole once it was filled in, and away when it is first asked. */
  private final class Store implements RefillStore {
    private final AtomicInteger silences = new AtomicInteger();
    private boolean asked;
    private boolean whole;

    @Override
    public boolean whole() {
      if (!asked) {
        asked = true;
        throw new StoreUnavailableException("test", null);
      }
      return whole;
    }

    @Override
    public void doubt() {
      happened.add("doubted");
      whole = false;
    }

    @Override
    public Optional<String> begin() {
      return Optional.of("fill");
    }

    @Override
    public boolean fillIn(String begun, Map<String, String> newest) {
      if (silences.getAndDecrement() > 0) {
        throw new StoreUnavailableException("test", null);
      }
      happened.add("filled in " + newest);
      return true;
    }

    @Override
    public boolean finish(String begun) {
      whole = true;
      happened.add("whole");
      return true;
    }
  }

  private DecisionsBack log(long most) {
    return new DecisionsBack() {
      private boolean read;

      @Override
      public Map<String, String> next() {
        var some = read ? Map.<String, String>of() : Map.of("anna", "decision");
        read = true;
        return some;
      }

      @Override
      public void close() {
        happened.add("closed");
      }
    };
  }

  /** Writes down from which level on what is said. */
  private final class Said extends AbstractAppender implements AutoCloseable {
    private final Logger logger = (Logger) LogManager.getLogger(Refilling.class);
    private final Level before = logger.getLevel();

    Said() {
      super("said", null, null, true, Property.EMPTY_ARRAY);
      start();
      logger.addAppender(this);
      // After that, which sets it back.
      logger.setLevel(Level.INFO);
    }

    @Override
    public void append(LogEvent event) {
      happened.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
    }

    @Override
    public void close() {
      logger.removeAppender(this);
      logger.setLevel(before);
    }
  }

  private String next() throws InterruptedException {
    return happened.poll(20, TimeUnit.SECONDS);
  }

  private void assertFilled() throws InterruptedException {
    assertThat(next()).isEqualTo("filled in {anna=decision}");
    assertThat(next()).isEqualTo("whole");
    assertThat(next()).isEqualTo("closed");
  }

  @Test
  void fillsInWhatIsNotWholeAndWhatItIsOrderedTo() throws Exception {
    try (var refilling = new Refilling(new Store(), this::log)) {
      assertFilled();
      refilling.order();
      assertThat(next()).isEqualTo("doubted");
      assertFilled();
    }
    assertThat(happened).isEmpty();
  }

  @Test
  void saysThatARefillBeginsAndEndsAndOnceThatItFails() throws Exception {
    var store = new Store();
    store.silences.set(2);
    try (var said = new Said();
        var refilling = new Refilling(store, this::log)) {
      assertThat(next()).startsWith("INFO").endsWith("Redis does not have all");
      assertThat(next()).startsWith("WARN").endsWith("tried again");
      assertFilled();
      assertThat(next()).startsWith("INFO").endsWith("are served");
      assertThat(said.isStarted()).isTrue();
      assertThat(refilling).isNotNull();
    }
    assertThat(happened).isEmpty();
  }
}
