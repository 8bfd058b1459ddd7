package io.campaignpulse.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.campaignpulse.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;

/** A file of settings, YAML or properties, under the names of the options. */
final class SettingsFile {
  private static final Set<String> NOT_SETTINGS =
      Set.of("config", "help", "version", "kafka-property", "flink-property");

  private SettingsFile() {}

  /** Reads the file and refuses, by name, what no command knows. */
  static Map<String, String> read(Path file, Collection<CommandLine> commands) {
    var settings = load(file);
    var unknown =
        settings.keySet().stream()
            .filter(name -> commands.stream().noneMatch(command -> knows(command, name)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Refusal("--config: unknown settings in %s: %s".formatted(file, unknown));
    }
    return settings;
  }

  static boolean knows(CommandLine command, String name) {
    int dot = name.indexOf('.');
    var option = dot < 0 ? name : name.substring(0, dot) + "-property";
    return (dot >= 0 || !NOT_SETTINGS.contains(name))
        && command.getCommandSpec().findOption("--" + option) != null;
  }

  private static Map<String, String> load(Path file) {
    if (!Files.isReadable(file)) {
      throw new Refusal("--config: there is no readable file " + file);
    }
    try {
      return file.toString().endsWith(".properties") ? properties(file) : yaml(file);
    } catch (IOException | IllegalArgumentException failure) {
      var reason = failure.getMessage().lines().findFirst().orElse("");
      throw new Refusal("--config: %s cannot be read: %s".formatted(file, reason), failure);
    }
  }

  private static Map<String, String> properties(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    var all = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  private static Map<String, String> yaml(Path file) throws IOException {
    var all = new TreeMap<String, String>();
    var root = new YAMLMapper().readTree(file.toFile());
    if (!root.isObject() && !root.isMissingNode()) {
      throw new IllegalArgumentException("it is not made of lines such as port: 7070");
    }
    flatten("", root, all);
    return all;
  }

  /** A nested name is joined with dots: {@code kafka: {acks: all}} is {@code kafka.acks}. */
  private static void flatten(String prefix, JsonNode node, Map<String, String> all) {
    for (var field : node.properties()) {
      var name = prefix + field.getKey();
      if (field.getValue().isObject()) {
        flatten(name + ".", field.getValue(), all);
      } else if (field.getValue().isValueNode()) {
        all.put(name, field.getValue().asText());
      } else {
        throw new IllegalArgumentException(name + " must have one value");
      }
    }
  }
}
