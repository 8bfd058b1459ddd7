package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.lift.Difference;
import io.campaignpulse.dashboard.lift.Interval;
import io.campaignpulse.dashboard.lift.Sample;
import io.campaignpulse.dashboard.lift.SampleRatio;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes measures and their differences from the control group; null for what does not exist. */
final class LiftJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LiftJson() {}

  /**
   * The lift of the response rate of all treated customers together; null while nobody is held out
   * or nobody is treated.
   */
  static JsonNode headline(Groups groups, Optional<SampleRatio> ratio) {
    var treated = groups.pooled();
    if (treated.get(Figure.ASSIGNED) == 0 || groups.control().get(Figure.ASSIGNED) == 0) {
      return NODES.nullNode();
    }
    var difference =
        new Difference(share(treated, Figure.REACTED), share(groups.control(), Figure.REACTED));
    var lift = NODES.objectNode();
    lift.put("n", difference.variant().size()).put("controlN", difference.control().size());
    lift.set("lift", number(difference.absolute()));
    lift.set("alwaysValidInterval", interval(difference.alwaysValid()));
    lift.put("sampleRatioMismatch", ratio.map(SampleRatio::warning).orElse(false));
    return lift;
  }

  /** Whether the groups are split as planned; null if that can't be told. */
  static JsonNode srm(Optional<SampleRatio> ratio) {
    if (ratio.isEmpty()) {
      return NODES.nullNode();
    }
    var found = ratio.get();
    var srm = NODES.objectNode();
    var planned = srm.putObject("planned");
    found.planned().forEach(planned::put);
    var observed = srm.putObject("observed");
    found.observed().forEach(observed::put);
    srm.set("chiSquare", number(OptionalDouble.of(found.chiSquare())));
    srm.put("degreesOfFreedom", found.degreesOfFreedom()).put("pValue", found.pValue());
    return srm.put("warning", found.warning());
  }

  /** The share of the assigned that did this. */
  static Sample share(Tally tally, Figure part) {
    return Sample.ofShare(tally.get(part), tally.get(Figure.ASSIGNED));
  }

  /** A measure of the control group, which is compared with nothing. */
  static ObjectNode measure(Sample value) {
    var measure = NODES.objectNode();
    measure.set("value", number(OptionalDouble.of(value.mean())));
    return measure;
  }

  static ObjectNode measure(Difference difference) {
    var measure = measure(difference.variant());
    measure.set("lift", number(difference.absolute()));
    measure.set("fixedInterval", interval(difference.fixed()));
    measure.set("alwaysValidInterval", interval(difference.alwaysValid()));
    measure.set("relativeLift", number(difference.relative()));
    measure.set("relativeFixedInterval", interval(difference.relativeFixed()));
    return measure;
  }

  private static JsonNode number(OptionalDouble value) {
    var number = value.orElse(Double.NaN);
    return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
  }

  private static JsonNode interval(Optional<Interval> interval) {
    return interval.isEmpty()
        ? NODES.nullNode()
        : NODES.objectNode().put("low", interval.get().low()).put("high", interval.get().high());
  }
}
