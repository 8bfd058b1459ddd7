package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class StartedTest {
  private final List<String> closed = new ArrayList<>();
  private final Started started = new Started();

  @Test
  void closesTheNewestFirst() {
    started.add(part("kafka"));
    started.add(part("redis"));
    started.add(part("dashboard"));

    started.close();

    assertThat(closed).containsExactly("dashboard", "redis", "kafka");
  }

  @Test
  void closesAllThoughSomeFailAndReportsTheFirstWithTheOthers() {
    started.add(part("kafka"));
    started.add(failing("redis"));
    started.add(failing("dashboard"));

    assertThatThrownBy(started::close)
        .hasMessage("dashboard")
        .satisfies(
            failure -> assertThat(failure.getSuppressed()).extracting("message").contains("redis"));
    assertThat(closed).containsExactly("kafka");
  }

  @Test
  void closesAPartOnlyOnce() {
    started.add(part("kafka"));

    started.close();
    started.close();

    assertThat(closed).containsExactly("kafka");
  }

  @Test
  void closesAtOnceWhatStartsAfterTheStop() {
    started.close();

    assertThatThrownBy(() -> started.add(part("late"))).hasMessage("stopped while starting");
    assertThat(closed).containsExactly("late");
  }

  @Test
  void keepsWhatStartedBesideAFailedPartInTheOrderGiven() {
    var parts =
        List.<Callable<? extends AutoCloseable>>of(
            () -> part("kafka"),
            () -> {
              throw new Refusal("no redis");
            },
            () -> part("flink"));

    assertThatThrownBy(() -> Parallel.start(started, parts)).hasMessage("no redis");
    started.close();

    assertThat(closed).containsExactly("flink", "kafka");
  }

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }

  private AutoCloseable failing(String name) {
    return () -> {
      throw new IllegalStateException(name);
    };
  }
}
