package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.lift.Difference;
import io.campaignpulse.dashboard.lift.Interval;
import io.campaignpulse.dashboard.lift.Sample;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes each variant's rates against the control group's. */
final class LiftReport {
  private static final String DEFAULT_CONTROL = "CONTROL";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final double minorPerUnit;

  LiftReport(Currency currency) {
    this.minorPerUnit = Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
  }

  /**
   * @param campaign null while it is not defined
   * @param figures null while there are none
   */
  ObjectNode write(String campaignId, Campaign campaign, CampaignFigures figures) {
    var controlName = campaign == null ? DEFAULT_CONTROL : campaign.getControlVariant();
    var byVariant = new TreeMap<String, Tally>();
    if (figures != null) {
      byVariant.putAll(figures.byVariant());
      byVariant.remove(CampaignFigures.NONE);
    }
    var control = Optional.ofNullable(byVariant.remove(controlName)).orElseGet(Tally::new);
    var report = NODES.objectNode().put("campaignId", campaignId);
    report.put("controlVariant", controlName);
    report.put("asOf", figures == null ? null : Instant.ofEpochMilli(figures.asOf()).toString());
    report.put("version", figures == null ? 0 : figures.version());
    report.set("control", group(controlName, control, control));
    var variants = report.putArray("variants");
    byVariant.forEach((name, tally) -> variants.add(group(name, tally, control)));
    report.putNull("srm");
    return report;
  }

  private ObjectNode group(String name, Tally tally, Tally control) {
    var group = NODES.objectNode().put("variant", name).put("n", tally.get(Figure.ASSIGNED));
    group.set("responseRate", measure(tally, control, t -> share(t, Figure.REACTED)));
    group.set("conversionRate", measure(tally, control, t -> share(t, Figure.BOUGHT)));
    group.set("spendPerHead", measure(tally, control, this::spend));
    return group;
  }

  private static Sample share(Tally tally, Figure part) {
    return Sample.ofShare(tally.get(part), tally.get(Figure.ASSIGNED));
  }

  private Sample spend(Tally tally) {
    return Sample.ofAmounts(
        tally.get(Figure.SPEND) / minorPerUnit,
        tally.get(Figure.SPEND_SQUARED) / minorPerUnit / minorPerUnit,
        tally.get(Figure.ASSIGNED));
  }

  private static ObjectNode measure(Tally tally, Tally control, Function<Tally, Sample> of) {
    var value = of.apply(tally);
    var measure = NODES.objectNode();
    measure.set("value", number(value.mean()));
    if (tally != control) {
      var difference = new Difference(value, of.apply(control));
      measure.set("lift", number(difference.absolute()));
      measure.set("fixedInterval", interval(difference.fixed()));
      measure.set("alwaysValidInterval", interval(difference.alwaysValid()));
      measure.set("relativeLift", number(difference.relative()));
      measure.set("relativeFixedInterval", interval(difference.relativeFixed()));
    }
    return measure;
  }

  private static JsonNode number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
  }

  private static JsonNode interval(Optional<Interval> interval) {
    return interval.isEmpty()
        ? NODES.nullNode()
        : NODES.objectNode().put("low", interval.get().low()).put("high", interval.get().high());
  }
}
