package io.campaignpulse.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private record Named(String id) implements Row {
    @Override
    public String title() {
      return id;
    }

    @Override
    public Map<String, Double> measure(BenchSetup setup) {
      throw new AssertionError("measured by hand");
    }
  }

  private static final Row COUNT = new Named(Rows.COUNT);
  private static final Row TOGETHER = new Named(Rows.TOGETHER);

  private static Map<String, Double> speed(double median, double slowest, double fastest) {
    return Map.of(
        Throughput.EVENTS_PER_SECOND, median,
        Throughput.SLOWEST, slowest,
        Throughput.FASTEST, fastest,
        Throughput.CORES, 2.0);
  }

  private static JsonNode together(double eventsPerSecond) {
    var results = new Results();
    results.add(COUNT, speed(1_000_000, 0, 0));
    results.add(TOGETHER, speed(eventsPerSecond, 0, 0));
    return results.json();
  }

  @Test
  void roundsAreTheirMedianAndTheirExtremes() {
    var results = new Results();
    results.add(COUNT, speed(400_000, 300_000, 500_000));
    results.add(COUNT, speed(900_000, 800_000, 950_000));
    results.add(COUNT, speed(500_000, 100_000, 600_000));
    var row = results.json().path(Rows.COUNT);
    assertThat(row.path(Throughput.EVENTS_PER_SECOND).asDouble()).isEqualTo(500_000);
    assertThat(row.path(Throughput.SLOWEST).asDouble()).isEqualTo(100_000);
    assertThat(row.path(Throughput.FASTEST).asDouble()).isEqualTo(950_000);
    assertThat(row.path("perCore").asDouble()).isEqualTo(250_000);
  }

  @Test
  void ratiosAreToTheRowsOfTheSameRun() {
    assertThat(together(350_000).at("/together/ratios/count").asDouble()).isEqualTo(0.35);
  }

  @Test
  void namesAFallOfMoreThanFifteenInAHundred() {
    assertThat(Results.falls(together(400_000), together(350_000))).isEmpty();
    assertThat(Results.falls(together(400_000), together(330_000)))
        .containsExactly("together: 33.0 % of count, was 40.0 %");
  }

  @Test
  void aRowThatIsNewHasNotFallen() {
    var before = together(400_000).deepCopy();
    ((ObjectNode) before).remove(Rows.TOGETHER);
    assertThat(Results.falls(before, together(1_000))).isEmpty();
  }

  @Test
  void saysWhatCouldNotBeCompared() {
    assertThat(Results.uncompared(together(400_000), together(1_000))).isEmpty();
    var alone = new Results();
    alone.add(TOGETHER, speed(400_000, 0, 0));
    assertThat(Results.uncompared(together(400_000), alone.json()))
        .containsExactly("together to count");
    var stood = new Results();
    stood.add(COUNT, speed(0, 0, 0));
    stood.add(TOGETHER, speed(400_000, 0, 0));
    assertThat(Results.uncompared(together(400_000), stood.json())).contains("together to count");
  }

  @Test
  void theTableHasALineForEachSpeed() {
    assertThat(Table.of(together(350_000)))
        .anySatisfy(line -> assertThat(line).contains("together", "350,000", "35 %"));
  }
}
