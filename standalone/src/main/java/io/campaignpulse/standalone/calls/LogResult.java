package io.campaignpulse.standalone.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.simulators.callcentre.Estimate;
import io.campaignpulse.simulators.callcentre.Outcome;
import io.campaignpulse.simulators.callcentre.ServiceLevel;
import io.campaignpulse.simulators.callcentre.log.DayCount;
import io.campaignpulse.simulators.callcentre.log.LogReplay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a log came to.
 *
 * @param differences from the reference, if one was given
 */
record LogResult(
    List<DayCount> days,
    Optional<List<String>> differences,
    List<LogFigures> columns,
    double threshold) {
  private static final List<String> WHAT_IS_INFERRED =
      List.of(
          "Recorded: when each call came, its class, and the service of those answered.",
          "Inferred: the agents at hand, from the calls in service while others waited; the patience",
          "of those answered (Kaplan-Meier by class, beyond what they waited); the service of those",
          "who hung up; the class of those put through at once, whom the log rarely identifies.",
          "How far \"bank's rule\" is from \"recorded\" shows how far the other columns can be trusted.",
          "\u00b1 is the 95 % interval over draws of what is inferred, not over other months.");

  private List<Measure> measures() {
    return Measure.all(ServiceLevel.OF_OFFERED, threshold).stream()
        .filter(measure -> !measure.key().equals("sales") && !measure.key().equals("revenue"))
        .toList();
  }

  private static Map<String, Predicate<Outcome>> blocks() {
    var blocks = new LinkedHashMap<String, Predicate<Outcome>>();
    var names = List.of("Priority 2 (VIP)", "Priority 1 (identified)", "Priority 0 (unidentified)");
    for (int tier = 0; tier < LogReplay.CLASSES; tier++) {
      var own = tier;
      blocks.put(names.get(tier), o -> LogReplay.hadQueued(o) && o.call().tier() == own);
    }
    blocks.put("All that queued", LogReplay::hadQueued);
    blocks.put("Put through at once in the log", o -> !LogReplay.hadQueued(o));
    return blocks;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("As counted: all rows of a date; means over all of them, zeros included");
    days.forEach(day -> lines.add("  " + day));
    differences.ifPresent(found -> lines.addAll(compared(found)));
    lines.add("");
    lines.addAll(WHAT_IS_INFERRED);
    blocks()
        .forEach(
            (name, calls) -> {
              lines.add("");
              lines.add(line(name, LogFigures::name));
              measures().forEach(measure -> lines.add(line(calls, measure)));
            });
    return lines;
  }

  private List<String> compared(List<String> found) {
    var lines = new ArrayList<String>();
    lines.add(
        found.isEmpty()
            ? "Equal to the reference on all %d days".formatted(days.size())
            : "%d DIFFERENCES from the reference:".formatted(found.size()));
    found.forEach(each -> lines.add("  " + each));
    return lines;
  }

  private String line(Predicate<Outcome> calls, Measure measure) {
    return line(
        measure.title(), column -> text(column.of(calls, threshold, measure.of()), measure));
  }

  private String line(String title, Function<LogFigures, String> cell) {
    var line = new StringBuilder("  %-32s".formatted(title));
    columns.forEach(column -> line.append(" %16s".formatted(cell.apply(column))));
    return line.toString();
  }

  private static String text(Optional<Estimate> estimate, Measure measure) {
    if (estimate.isEmpty()) {
      return "-";
    }
    var mean = measure.text(OptionalDouble.of(estimate.get().mean()));
    var within = estimate.get().within();
    return within.isEmpty() ? mean : mean + " \u00b1" + measure.text(within);
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("thresholdSeconds", threshold);
    var byDay = json.putArray("days");
    for (var day : days) {
      byDay
          .addObject()
          .put("date", day.date().toString())
          .put("calls", day.calls())
          .put("meanService", day.meanService())
          .put("meanQueue", day.meanQueue())
          .put("hangUps", day.hangUps());
    }
    differences.ifPresent(found -> found.forEach(json.putArray("differences")::add));
    blocks().forEach((name, calls) -> columns(json.putObject(name), calls));
    return json;
  }

  private void columns(ObjectNode block, Predicate<Outcome> calls) {
    for (var column : columns) {
      var node = block.putObject(column.name());
      for (var measure : measures()) {
        column
            .of(calls, threshold, measure.of())
            .ifPresent(estimate -> node.put(measure.key(), estimate.mean()));
      }
    }
  }
}
