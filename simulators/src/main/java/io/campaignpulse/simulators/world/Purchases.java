package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.SaleLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people buy and bring back. */
final class Purchases {
  /** The share of orders of which something is. */
  static final double BROUGHT_BACK = 0.06;

  private final Company company;

  Purchases(Company company) {
    this.company = company;
  }

  Company.Item wanted(Chance chance, String category) {
    var choice = category == null ? company.products() : company.inCategory(category);
    return chance.oneOf(choice);
  }

  void buys(
      Story story,
      CustomerRef who,
      Company.Item item,
      double value,
      String channel,
      String code,
      String agentId,
      Instant at) {
    var chance = story.chance();
    var lines = new ArrayList<SaleLine>();
    lines.add(line(item, 1 + chance.count(0.15 * value)));
    if (chance.holds(0.2 * value)) {
      lines.add(line(chance.oneOf(company.inCategory("Supplies")), 1 + chance.below(2)));
    }
    // a chance of its own, so that whatever complements there are the rest of the story is the same
    company.takenAlong(item, Chance.of(Chance.key(story.id()), 7)).stream()
        .filter(other -> lines.stream().noneMatch(line -> line.getProductId().equals(other.id())))
        .forEach(other -> lines.add(line(other, 1)));
    tell(story, SaleKind.ORDER, lines, channel, code, agentId, at, who);
    if (chance.holds(BROUGHT_BACK)) {
      var later = at.plusMillis(chance.between(600_000, 3_000_000));
      tell(story, SaleKind.RETURN, List.of(lines.get(0)), channel, null, null, later, who);
    }
  }

  static void tell(
      Story story,
      SaleKind kind,
      List<SaleLine> lines,
      String channel,
      String code,
      String agentId,
      Instant at,
      CustomerRef who) {
    var sale = new Sale();
    sale.setOrderId("order-" + story.id());
    sale.setKind(kind);
    sale.setLines(lines);
    sale.setAmount(total(lines));
    sale.setChannel(channel);
    sale.setCampaignCode(code);
    sale.setAgentId(agentId);
    story.tell(sale, at, who);
  }

  static BigDecimal total(List<SaleLine> lines) {
    return lines.stream()
        .map(line -> line.getUnitPrice().multiply(BigDecimal.valueOf(line.getQuantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(4);
  }

  static SaleLine line(Company.Item item, long quantity) {
    return SaleLine.newBuilder()
        .setProductId(item.id())
        .setCategory(item.category())
        .setQuantity(quantity)
        .setUnitPrice(Schedule.money(item.price()))
        .build();
  }
}
