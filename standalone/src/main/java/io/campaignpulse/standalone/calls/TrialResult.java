package io.campaignpulse.standalone.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.simulators.callcentre.CallFigures;
import io.campaignpulse.simulators.callcentre.RoutingTrial;
import io.campaignpulse.simulators.callcentre.RoutingTrial.Difference;
import io.campaignpulse.simulators.callcentre.RoutingTrial.Side;
import io.campaignpulse.simulators.callcentre.SampleCentre;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a trial came to.
 *
 * @param overloaded share of the time in which strict priority held
 */
record TrialResult(TrialRequest request, RoutingTrial trial, double overloaded) {
  private static final String LINE = "  %-34s %14s %14s %14s %10s";

  /** One block of the table: a tier, or all. */
  private record Block(String name, int tier) {}

  private static final int ALL = -1;

  private List<Measure> measures() {
    return Measure.all(request.level(), request.thresholdSeconds());
  }

  private static List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    var tiers = SampleCentre.tiers();
    for (int tier = 0; tier < tiers.size(); tier++) {
      blocks.add(new Block("Tier " + tiers.get(tier).name(), tier));
    }
    blocks.add(new Block("All", ALL));
    return blocks;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "A made-up centre (not data): %d days from seed %d, up to %d agents, load %s over the day"
            .formatted(request.days(), request.seed(), request.agents(), request.load()));
    lines.add(
        "Routing: accumulating priority, b %s; strict in overload, which held %.1f %% of the time"
            .formatted(SampleCentre.RATES, overloaded * 100));
    lines.add("Both sides have the same calls; the difference is of a day, with its 95 % interval");
    for (var block : blocks()) {
      lines.add("");
      lines.add(LINE.formatted(block.name, "routing", "first come", "difference", "±"));
      measures().forEach(measure -> lines.add(line(block, measure)));
    }
    return lines;
  }

  private String line(Block block, Measure measure) {
    var difference = difference(block, measure);
    return LINE.formatted(
        measure.title(),
        measure.text(measure.of().apply(figures(block, Side.ON))),
        measure.text(measure.of().apply(figures(block, Side.OFF))),
        measure.signed(difference.mean()),
        measure.text(difference.within()));
  }

  private CallFigures figures(Block block, Side side) {
    return block.tier == ALL ? trial.all(side) : trial.tier(side, block.tier);
  }

  private Difference difference(Block block, Measure measure) {
    return block.tier == ALL
        ? trial.differenceInAll(measure.of())
        : trial.difference(block.tier, measure.of());
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("simulated", true)
        .put("seed", request.seed())
        .put("days", request.days())
        .put("agents", request.agents())
        .put("load", request.load())
        .put("thresholdSeconds", request.thresholdSeconds())
        .put("serviceLevelDefinition", request.level().words())
        .put("strictAbove", request.overload().above())
        .put("strictBelow", request.overload().below())
        .put("shareOfTimeStrict", overloaded);
    for (var block : blocks()) {
      var node = json.putObject(block.name);
      for (var measure : measures()) {
        var figure = node.putObject(measure.key());
        put(figure, "routing", measure.of().apply(figures(block, Side.ON)));
        put(figure, "firstCome", measure.of().apply(figures(block, Side.OFF)));
        var difference = difference(block, measure);
        put(figure, "differencePerDay", difference.mean());
        put(figure, "within", difference.within());
      }
    }
    return json;
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    value.ifPresentOrElse(number -> node.put(key, number), () -> node.putNull(key));
  }
}
