package io.campaignpulse.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.ReplayRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTest {
  @TempDir Path directory;

  private final RecordedParts parts = new RecordedParts();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start --prot 1            | --prot            | unknown option",
        "--port abc                | --port            | 'abc' is not an int",
        "--port 70000              | --port            | 70000 is not between 0 and 65535",
        "--port                    | --port            | Missing required parameter",
        "--lateness 1d             | --lateness        | '1d' is not an ISO-8601 duration",
        "--lateness -PT1H          | --lateness        | is negative",
        "--history PT0S            | --history         | is not positive",
        "--history PT1H            | --history         | is shorter than the lateness",
        "--currency dollars        | --currency        | 'dollars' is not an ISO 4217",
        "replay                    | replay            | name a bundled data set",
        "replay a b                | replay            | takes one NAME",
        "replay x --speed fast     | --speed           | 'fast' is not a factor",
        "replay nosuch             | replay            | there is no data set 'nosuch'; there is comp",
        "replay nosuch --to http://pulse:1 | replay     | there is no data set 'nosuch'",
        "replay complete-journey --speed 0   | --speed | is not positive",
        "replay complete-journey --speed NaN | --speed | is not positive",
        "replay x --at noon        | --at              | noon",
        "replay x --to nowhere     | --to              | 'nowhere' is not an address",
        "replay --mapping no.yaml  | --mapping         | there is no readable file no.yaml",
        "try-affinity              | try-affinity      | name a bundled data set",
        "try-affinity nosuch       | try-affinity      | there is no data set 'nosuch'; there is comp",
        "try-affinity a b          | try-affinity      | takes one NAME",
        "try-affinity --mapping no.yaml x.csv | --mapping | there is no readable file no.yaml",
        "try-affinity x --currency dollars    | --currency | 'dollars' is not an ISO 4217",
        "dashboard                 | --kafka           | is missing",
        "submit --kafka a:1 --redis redis://b:2       | --flink | is missing",
        "start --flink f:8081      | --flink           | runs a Flink of its own",
        "replay complete-journey --flink f:8081 | --flink | runs a Flink of its own",
        "start --redis b:2         | --redis           | is not redis://HOST:PORT",
        "start --redis redis://b   | --redis           | is not redis://HOST:PORT",
        "start --kafka a           | --kafka           | 'a' is not HOST:PORT",
        "--kafka.acks all          | --kafka.acks      | needs --kafka",
        "--kafka.acks              | --kafka.acks      | lacks a value",
        "--config no.yaml          | --config          | there is no readable file no.yaml",
        "load --rate 0             | --rate            | must be positive",
        "load --warm-up -PT1S      | --warm-up         | not negative",
        "load --duration 5m        | --duration        | '5m' is not an ISO-8601 duration",
        "load --customers 0        | load              | customers must be positive",
        "load --skew -1            | load              | skew and lateness must not be negative",
        "load --repeats 0.9        | load              | repeats: 0.9 is not within",
        "load --disorder 2         | load              | disorder: 2.0 is not within",
        "load --rate 1e9           | --rate            | events; at most 50,000,000 are sent",
        "load --duration P99999999D | --duration       | events; at most 50,000,000 are sent",
        "load --json no/such.json  | --json            | 'no/such.json' is not a file that can be",
        "--history P36501D         | --history         | is longer than P36500D",
        "bench --json /            | --json            | '/' is not a file that can be written",
        "bench --against no.json   | --against         | there is no readable file no.json",
        "simulate-calls --json no/such.json | --json   | is not a file that can be written",
        "bench --rows speed        | --rows            | 'speed' is none of consumer, count",
        "simulate-calls --days 0   | --days            | 0 is not within 1 to 1000",
        "simulate-calls --agents 0 | --agents          | 0 is not within",
        "simulate-calls --agents x | --agents          | 'x' is not an int",
        "simulate-calls --load NaN | --load            | NaN is not within above 0",
        "simulate-calls --days 1000 --agents 1000 | --days | at most 3,000,000",
        "simulate-calls --threshold -PT1S | --threshold | is not within PT0S or longer",
        "simulate-calls --strict-above 1 --strict-below 2 | simulate-calls | no higher than it begins",
        "simulate-calls --window PT0S | simulate-calls | window and the handling time must be",
        "simulate-calls --service-level x | --service-level | expected one of",
        "simulate-calls --log no.csv | --log | there is no readable file no.csv",
        "simulate-calls --reference x | --reference | needs --log",
        "simulate-calls --log no.csv --days 3 | --days | can't be given with --log",
        "strat                     | strat             | did you mean",
      })
  void refusesWhatIsWrongInOneLineThatNamesIt(String line, String option, String reason) {
    assertThat(run(line.split(" +"))).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("pulse: ").contains(option).contains(reason);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesATakenPortBeforeAnythingStarts() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      int code = run("start", "--port=" + port, "--data=" + directory.resolve("data"));

      assertThat(code).isEqualTo(1);
      assertThat(err.toString().strip())
          .isEqualTo(
              "pulse: port %d is in use: choose another with --port, or --port 0 for a free one",
              port);
      assertThat(directory.resolve("data/kafka")).doesNotExist();
    }
  }

  @Test
  void replaysToARunningSystem() {
    int code =
        run("replay", "complete-journey", "--speed=60", "--at=now", "--to=http://pulse:7070");

    assertThat(code).isZero();
    assertThat(parts.to).isEqualTo(URI.create("http://pulse:7070"));
    assertThat(parts.replayed.data().name()).contains("complete-journey");
    assertThat(parts.replayed.speed()).isEqualTo(OptionalDouble.of(60));
    assertThat(parts.replayed.at()).isEqualTo(ReplayRequest.At.NOW);
  }

  @Test
  void replaysOwnFilesByTheirMapping() throws IOException {
    var mapping = Files.createFile(directory.resolve("m.yaml")).toString();
    var file = Files.createFile(directory.resolve("sales.csv"));

    run("replay", "--mapping", mapping, file.toString(), "--to=http://pulse:7070");

    assertThat(parts.replayed.data().name()).isEmpty();
    assertThat(parts.replayed.data().files()).containsExactly(file);
    assertThat(parts.replayed.speed()).isEmpty();
  }

  @Test
  void failsWhereTheSystemRefusesRecords() {
    parts.refused = 1;

    assertThat(run("replay", "complete-journey", "--to=http://pulse:7070")).isEqualTo(1);
  }

  @Test
  void refusesDataThatCannotBeReadBeforeAnythingStarts() {
    parts.unreadable = new Refusal("2 rows can't be read:\n  a.csv line 2: no\n  a.csv line 3: no");
    var data = directory.resolve("data");

    assertThat(run("replay", "complete-journey", "--port=0", "--data=" + data)).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "pulse: 2 rows can't be read:", "  a.csv line 2: no", "  a.csv line 3: no");
    assertThat(out.toString()).isEmpty();
    assertThat(data.resolve("kafka")).doesNotExist();
  }

  @Test
  void rebuildsTheSystemOnThisMachineUnlessToldOtherwise() {
    assertThat(run("rebuild")).isZero();

    assertThat(parts.to).isEqualTo(URI.create("http://127.0.0.1:7070"));
  }

  @Test
  void fitsTheValueModelAsOfADay() {
    assertThat(run("fit-value-model", "--as-of", "1997-09-30")).isZero();
    assertThat(parts.to).isEqualTo(URI.create("http://127.0.0.1:7070"));
    assertThat(parts.asOf).isEqualTo(LocalDate.of(1997, 9, 30));

    assertThat(run("fit-value-model", "--as-of=September")).isEqualTo(2);
    assertThat(err.toString()).contains("a date such as 2026-03-01");
  }

  @Test
  void simulatesCallsTheSameWayForTheSameSeed() throws IOException {
    var file = directory.resolve("calls.json");
    var line = new String[] {"simulate-calls", "--days=2", "--agents=3", "--json=" + file};

    assertThat(run(line)).isZero();
    var shown = out.toString();
    var written = Files.readString(file);
    out.reset();
    assertThat(run(line)).isZero();

    assertThat(shown).contains("Tier A", "ASA", "in 20 s of offered", "revenue");
    assertThat(out.toString()).isEqualTo(shown);
    assertThat(written).contains("\"differencePerDay\"").isEqualTo(Files.readString(file));
  }

  @Test
  void refusesALogThatIsNone() throws IOException {
    var file = Files.writeString(directory.resolve("calls.csv"), "date,q_time\n1999-08-01,x\n");

    assertThat(run("simulate-calls", "--log=" + file)).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("calls.csv line 2");
  }

  @Test
  void tellsAFailureInOneLine() {
    parts.failure = new IllegalStateException("the replay broke\nin the middle");

    assertThat(run("replay", "complete-journey", "--to=http://pulse:7070")).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo("pulse: IllegalStateException: the replay broke");
  }

  @Test
  void readsSettingsFromAFileAndLetsTheCommandLineWin() throws Exception {
    var file = directory.resolve("pulse.yaml");
    Files.writeString(
        file,
        """
        port: 0
        lateness: PT2H
        currency: EUR
        speed: 60
        redis: redis://r:1
        kafka: k:9092
        kafka.security.protocol: SASL_SSL
        """);

    parts.failure = new IllegalStateException("seen");
    run("dashboard", "--config", file.toString(), "--lateness=PT3H", "--kafka.acks", "all");

    assertThat(parts.settings.port()).isZero();
    assertThat(parts.settings.lateness()).isEqualTo(Duration.ofHours(3));
    assertThat(parts.settings.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(parts.ends.redisUri()).isEqualTo("redis://r:1");
    assertThat(parts.ends.kafka())
        .isEqualTo(
            Map.of("bootstrap.servers", "k:9092", "security.protocol", "SASL_SSL", "acks", "all"));
  }

  @Test
  void refusesUnknownSettingsOfAFileByName() throws IOException {
    var file = Files.writeString(directory.resolve("pulse.properties"), "prot=1\nport=0\n");

    assertThat(run("--config=" + file)).isEqualTo(2);
    assertThat(err.toString()).contains("unknown settings").contains("[prot]");
  }

  @Test
  void refusesASettingsFileOfNoSettings() throws IOException {
    var file = Files.writeString(directory.resolve("pulse.yaml"), "- port\n- 0\n");

    assertThat(run("start", "--config=" + file)).isEqualTo(2);
    assertThat(err.toString()).contains("pulse.yaml cannot be read: it is not made of lines such");
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("demo", "start", "replay", "rebuild", "fit-value-model", "submit");
    assertThat(run("replay", "--help")).isZero();
    assertThat(out.toString()).contains("--speed", "--at", "--to", "--lateness", "PT24H");
    assertThat(err.toString()).isEmpty();
  }

  private int run(String... args) {
    return new Pulse(parts, new PrintStream(out, true), new PrintStream(err, true)).run(args);
  }
}
