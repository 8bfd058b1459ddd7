package io.campaignpulse.simulators.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.ReferenceKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mapping file says: which CSV files there are and what their rows become.
 *
 * @param skipsBadRows whether rows that can't be read are counted and left out, instead of stopping
 */
public record Mapping(String name, String about, boolean skipsBadRows, List<Source> sources) {
  private static final Set<String> KEYS =
      Set.of("name", "about", "timeZone", "missing", "onBadRow", "sources");
  private static final Set<String> SOURCE_KEYS =
      Set.of("file", "type", "delimiter", "encoding", "where", "group", "fields");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static Mapping parse(String yaml, FilesOf files, Currency currency) {
    var root = read(yaml);
    refuseUnknown(root, KEYS, "a mapping");
    var reader = new Reader(root, files.of(root.path("sources").size()), currency);
    var sources = new ArrayList<Source>();
    root.path("sources").forEach(each -> sources.add(reader.source(each)));
    if (sources.isEmpty()) {
      throw new MappingException("mapping: there are no sources");
    }
    return new Mapping(
        root.path("name").asText("replay"),
        root.path("about").asText("").strip(),
        root.path("onBadRow").asText("stop").equals("skip"),
        sources);
  }

  /** Where files are found, given how many sources there are. */
  interface FilesOf {
    DataFiles of(int sources);
  }

  private static JsonNode read(String yaml) {
    try {
      var root = YAML.readTree(yaml);
      if (root == null || !root.isObject()) {
        throw new MappingException("mapping: not a YAML file with the key sources");
      }
      return root;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new MappingException(
          "mapping: malformed YAML"
              + (at == null ? "" : " in line " + at.getLineNr())
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }

  private static void refuseUnknown(JsonNode node, Set<String> known, String what) {
    var unknown = new HashSet<String>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new MappingException(
          "mapping: unknown %s; %s has %s"
              .formatted(
                  String.join(", ", unknown),
                  what,
                  known.stream().sorted().collect(Collectors.joining(", "))));
    }
  }

  /** Reads the sources of one mapping; they share their lookups. */
  private static final class Reader {
    private final DataFiles files;
    private final Currency currency;
    private final Set<String> missing = new HashSet<>();
    private final Functions functions;

    Reader(JsonNode root, DataFiles files, Currency currency) {
      this.files = files;
      this.currency = currency;
      root.path("missing").forEach(each -> missing.add(each.asText()));
      this.functions =
          new Functions(
              ZoneId.of(root.path("timeZone").asText("UTC")),
              Math.max(0, currency.getDefaultFractionDigits()),
              new Lookups(name -> file(name, MissingNode.getInstance())));
    }

    Source source(JsonNode yaml) {
      refuseUnknown(yaml, SOURCE_KEYS, "a source");
      var type = text(yaml, "type");
      var event = EventType.named(type).orElse(null);
      var kind = ReferenceKind.onTopic(type).orElse(null);
      if (event == null && kind == null) {
        throw new MappingException("mapping: \"" + type + "\" is none of " + types());
      }
      var group = new ArrayList<String>();
      yaml.path("group").forEach(each -> group.add(each.asText()));
      return new Source(
          file(text(yaml, "file"), yaml),
          event,
          kind,
          Condition.parse(yaml.path("where")),
          group,
          Shape.parse(yaml.path("fields"), Source.schema(event, kind), "", functions),
          currency);
    }

    private CsvFile file(String name, JsonNode yaml) {
      var found = files.find(name);
      return new CsvFile(
          found.name(),
          found.opener(),
          yaml.path("delimiter").asText(",").charAt(0),
          Charset.forName(yaml.path("encoding").asText(StandardCharsets.UTF_8.name())),
          missing);
    }

    private static String text(JsonNode yaml, String key) {
      if (!yaml.hasNonNull(key)) {
        throw new MappingException("mapping: a source needs " + key);
      }
      return yaml.get(key).asText();
    }

    private static String types() {
      return Stream.concat(
              Arrays.stream(EventType.values()).map(EventType::typeName),
              Arrays.stream(ReferenceKind.values()).map(ReferenceKind::topic))
          .collect(Collectors.joining(", "));
    }
  }
}
