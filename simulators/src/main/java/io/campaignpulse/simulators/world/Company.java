package io.campaignpulse.simulators.world;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;

/**
 * The simulated company: what it sells, which campaigns it runs, who works there and when.
 *
 * @param purchases how customers have bought from it so far
 * @param hours how busy each hour of the day is, with a mean of 1
 */
record Company(
    List<Theme> campaigns,
    PurchaseTruth purchases,
    List<Item> products,
    List<Double> hours,
    int callCentreOpens,
    int callCentreCloses,
    SortedMap<String, Double> segments,
    List<String> firstNames,
    List<String> lastNames,
    List<String> agents) {

  /** Something that it sells. */
  record Item(String id, String name, String category, BigDecimal price) {}

  Company {
    var mean = hours.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    hours = hours.stream().map(hour -> hour / mean).toList();
  }

  static Company load() {
    var mapper =
        YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    try (var in = Company.class.getResourceAsStream("/world/company.yaml")) {
      return mapper.readValue(in, Company.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the world's company can't be read", e);
    }
  }

  /** Whether its call centre is open. */
  boolean answersAt(Instant at) {
    var hour = at.atZone(ZoneOffset.UTC).getHour();
    return hour >= callCentreOpens && hour < callCentreCloses;
  }

  String anyAgent(Chance chance) {
    return "agent-" + (1 + chance.below(agents.size()));
  }

  List<Item> inCategory(String category) {
    return products.stream().filter(item -> item.category().equals(category)).toList();
  }
}
