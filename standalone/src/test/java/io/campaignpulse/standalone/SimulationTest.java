package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private final List<Throwable> told = new ArrayList<>();
  private final Logger log = (Logger) LogManager.getLogger(Simulation.class);
  private final AbstractAppender appender =
      new AbstractAppender("told", null, null, false, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          told.add(event.getThrown());
        }
      };

  @BeforeEach
  void listen() {
    appender.start();
    log.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    log.removeAppender(appender);
    appender.stop();
  }

  @Test
  void whateverEndsTheCompanyIsTold() {
    for (var end : List.of(new ArithmeticException("a bug"), new NoClassDefFoundError("gone"))) {
      Simulation.live(() -> sneak(end));
      assertThat(told).last().isSameAs(end);
    }
  }

  @Test
  void theEndOfACompanyThatIsClosedIsNoNews() {
    Simulation.live(
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("closed");
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).isEmpty();
  }

  private static void sneak(Throwable end) {
    if (end instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) end;
  }
}
