package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that every command shares. */
final class CommonOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "Port of the dashboard; 0 takes a free one. Default: ${DEFAULT-VALUE}")
  int port;

  @Option(
      names = "--data",
      paramLabel = "DIRECTORY",
      defaultValue = "./data",
      description = "Where everything is kept between runs. Default: ${DEFAULT-VALUE}")
  Path data;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      converter = Converters.OfCurrency.class,
      description = "The one reporting currency, ISO 4217. Default: ${DEFAULT-VALUE}")
  Currency currency;

  @Option(
      names = "--lateness",
      paramLabel = "DURATION",
      defaultValue = "PT24H",
      converter = Converters.OfDuration.class,
      description = "How late an event still counts, ISO-8601. Default: ${DEFAULT-VALUE}")
  Duration lateness;

  @Option(
      names = "--history",
      paramLabel = "DURATION",
      defaultValue = "P180D",
      converter = Converters.OfDuration.class,
      description = "How long a customer's events are remembered. Default: ${DEFAULT-VALUE}")
  Duration history;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "An existing Kafka. Client properties: --kafka.NAME=VALUE")
  String kafka;

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "An existing Redis: redis://HOST:PORT or rediss://USER:PASSWORD@HOST:PORT")
  String redis;

  @Option(
      names = "--flink",
      paramLabel = "HOST:PORT",
      description = "REST address of an existing Flink, to submit to. Settings: --flink.NAME=VALUE")
  String flink;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings under the names of these options, as YAML or .properties")
  Path config;

  @Option(names = "--kafka-property", hidden = true)
  Map<String, String> kafkaProperties = new LinkedHashMap<>();

  @Option(names = "--flink-property", hidden = true)
  Map<String, String> flinkProperties = new LinkedHashMap<>();

  /** The checked settings; what is wrong is told as wrong use. */
  Settings settings() {
    try {
      return new Settings(
          port,
          data,
          currency,
          lateness,
          history,
          outsideKafka(),
          Optional.ofNullable(redis),
          flinkProperties);
    } catch (IllegalArgumentException wrong) {
      throw wrong(wrong.getMessage());
    }
  }

  /** The settings of a command that runs a whole system. */
  Settings settingsOfSystem() {
    if (flink != null) {
      throw wrong(
          "--flink: this command runs a Flink of its own; pulse submit hands the jobs to another");
    }
    return settings();
  }

  /**
   * The settings of a command that works on a running system, or else on its own.
   *
   * @param to the running system's address; null for none
   */
  Settings settings(URI to) {
    return to == null ? settingsOfSystem() : settings();
  }

  /** The settings of a command that works against a Kafka and a Redis that exist. */
  Settings settingsOfPart() {
    require("--kafka", kafka);
    require("--redis", redis);
    return settings();
  }

  void require(String option, String value) {
    if (value == null) {
      throw wrong(option + " is missing: this part works with what already runs");
    }
  }

  ParameterException wrong(String line) {
    return new ParameterException(command.commandLine(), line);
  }

  private Optional<Map<String, String>> outsideKafka() {
    if (kafka == null) {
      if (!kafkaProperties.isEmpty()) {
        throw wrong(
            "--kafka.%s needs --kafka: the embedded broker takes no client properties"
                .formatted(kafkaProperties.keySet().iterator().next()));
      }
      return Optional.empty();
    }
    var properties = new HashMap<>(kafkaProperties);
    properties.put("bootstrap.servers", kafka);
    return Optional.of(properties);
  }
}
