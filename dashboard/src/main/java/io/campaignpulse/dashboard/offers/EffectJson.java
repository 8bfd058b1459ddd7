package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.lift.Difference;
import io.campaignpulse.dashboard.lift.Interval;
import io.campaignpulse.dashboard.lift.Sample;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import java.util.Currency;
import java.util.Optional;

/**
 * Writes the customers who may get offers against those who never do; null for what does not exist.
 */
final class EffectJson {
  private final double minorPerUnit;

  EffectJson(Currency currency) {
    this.minorPerUnit = Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
  }

  ObjectNode write(OfferEffect effect) {
    var offered = effect.offered();
    var silent = effect.silent();
    var json = JsonNodeFactory.instance.objectNode();
    json.set("offered", group(offered));
    json.set("silent", group(silent));
    json.set("buyers", difference(new Difference(buyers(offered), buyers(silent))));
    json.set("spend", difference(new Difference(spend(offered), spend(silent))));
    return json;
  }

  private ObjectNode group(Group group) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("customers", group.customers()).put("buyers", group.buyers());
    json.put("rate", finite(buyers(group).mean()));
    return json.put("spendPerHead", finite(spend(group).mean()));
  }

  private static ObjectNode difference(Difference difference) {
    var json = JsonNodeFactory.instance.objectNode();
    var absolute = difference.absolute();
    json.put("difference", absolute.isPresent() ? absolute.getAsDouble() : null);
    interval(json, difference.fixed(), "low", "high");
    interval(json, difference.alwaysValid(), "alwaysValidLow", "alwaysValidHigh");
    return json;
  }

  private static void interval(
      ObjectNode json, Optional<Interval> interval, String low, String high) {
    json.put(low, interval.map(Interval::low).orElse(null));
    json.put(high, interval.map(Interval::high).orElse(null));
  }

  private static Sample buyers(Group group) {
    return Sample.ofShare(group.buyers(), group.customers());
  }

  private Sample spend(Group group) {
    return Sample.ofAmounts(
        group.spend() / minorPerUnit,
        group.spendSquared() / minorPerUnit / minorPerUnit,
        group.customers());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
