package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.lift.Difference;
import io.campaignpulse.dashboard.lift.Sample;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.SquaredSpend;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Function;

/** Writes each variant's rates against the control group's. */
final class LiftReport {
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
    var groups = Groups.of(campaign, figures);
    var control = groups.control();
    var report = NODES.objectNode().put("campaignId", campaignId);
    report.put("controlVariant", groups.controlVariant());
    report.put("asOf", figures == null ? null : Instant.ofEpochMilli(figures.asOf()).toString());
    report.put("version", figures == null ? 0 : figures.version());
    report.set("control", group(groups.controlVariant(), control, of -> measure(control, of)));
    var variants = report.putArray("variants");
    groups
        .treated()
        .forEach(
            (name, tally) ->
                variants.add(group(name, tally, of -> difference(tally, control, of))));
    report.set("srm", LiftJson.srm(groups.ratio(campaign)));
    return report;
  }

  private ObjectNode group(
      String name, Tally tally, Function<Function<Tally, Sample>, ObjectNode> write) {
    var group = NODES.objectNode().put("variant", name).put("n", tally.get(Figure.ASSIGNED));
    group.set("responseRate", write.apply(of -> LiftJson.share(of, Figure.REACTED)));
    group.set("conversionRate", write.apply(of -> LiftJson.share(of, Figure.BOUGHT)));
    group.set("spendPerHead", write.apply(this::spend));
    return group;
  }

  private static ObjectNode measure(Tally control, Function<Tally, Sample> of) {
    return LiftJson.measure(of.apply(control));
  }

  private static ObjectNode difference(Tally tally, Tally control, Function<Tally, Sample> of) {
    return LiftJson.measure(new Difference(of.apply(tally), of.apply(control)));
  }

  private Sample spend(Tally tally) {
    return Sample.ofAmounts(
        tally.get(Figure.SPEND) / minorPerUnit,
        SquaredSpend.sum(tally) / minorPerUnit / minorPerUnit,
        tally.get(Figure.ASSIGNED));
  }
}
