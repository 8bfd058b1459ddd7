package io.campaignpulse.simulators.world;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The simulated company: what it sells, which campaigns it runs, who works there and when.
 *
 * @param purchases how customers have bought from it so far
 * @param complements how often who buys one product takes along others, by their ids
 * @param otherOffers the true share of those who accept an offer that is none of its own, by tier
 * @param manners how offers are taken, by channel
 * @param hours how busy each hour of the day is, with a mean of 1
 */
record Company(
    List<Theme> campaigns,
    PurchaseTruth purchases,
    List<Item> products,
    SortedMap<String, SortedMap<String, Double>> complements,
    List<Pitch> offers,
    Map<String, Double> otherOffers,
    SortedMap<String, Manner> manners,
    List<Double> hours,
    SortedMap<String, Double> segments,
    List<String> firstNames,
    List<String> lastNames,
    List<String> agents) {

  /**
   * Something that it sells.
   *
   * @param cycle after what time it wants to be replaced, as an ISO-8601 period; null for never
   */
  record Item(String id, String name, String category, BigDecimal price, String cycle) {
    private Item in(Currency currency) {
      return new Item(id, name, category, rounded(price, currency), cycle);
    }
  }

  /**
   * How offers are taken on a channel.
   *
   * @param accepts the part of those who would accept on the phone that do so here
   * @param declines the share of the others who say no; the rest say nothing
   */
  record Manner(double accepts, double declines) {}

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

  /** The same with amounts that exist in this currency: the yen has no hundredths. */
  Company in(Currency currency) {
    return new Company(
        campaigns.stream().map(theme -> theme.in(currency)).toList(),
        purchases,
        products.stream().map(item -> item.in(currency)).toList(),
        complements,
        offers.stream().map(offer -> offer.in(currency)).toList(),
        otherOffers,
        manners,
        hours,
        segments,
        firstNames,
        lastNames,
        agents);
  }

  /** Rounded to the currency's digits; what has fewer stays as it is written. */
  static BigDecimal rounded(BigDecimal amount, Currency currency) {
    var digits = Math.max(0, currency.getDefaultFractionDigits());
    return amount.scale() <= digits ? amount : amount.setScale(digits, RoundingMode.HALF_UP);
  }

  String anyAgent(Chance chance) {
    return "agent-" + (1 + chance.below(agents.size()));
  }

  Item product(String id) {
    return products.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  /** What somebody takes along who buys this. */
  List<Item> takenAlong(Item bought, Chance chance) {
    return complements.getOrDefault(bought.id(), Collections.emptySortedMap()).entrySet().stream()
        .filter(each -> chance.holds(each.getValue()))
        .map(each -> product(each.getKey()))
        .toList();
  }

  List<Item> inCategory(String category) {
    return products.stream().filter(item -> item.category().equals(category)).toList();
  }
}
