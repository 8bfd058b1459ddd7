package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.simulators.load.LoadReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What a load came to. The histograms are in microseconds from the intended send time.
 *
 * @param decided from a queued call to its decision; empty where Redis was not watched
 * @param undecided calls of which no decision was ever seen
 * @param fromRedis whether results were read from Redis, and not over REST
 * @param growth by how many seconds the system fell behind in each second
 * @param callsToo whether the calls of its queue were recounted: not where others came before
 * @param differences from the recount, in words
 */
public record LoadResult(
    Load load,
    LoadReport report,
    boolean fromRedis,
    Histogram stored,
    Histogram framed,
    Optional<Histogram> decided,
    long undecided,
    long interactions,
    long shown,
    long deadLetters,
    long late,
    double growth,
    boolean sustained,
    boolean callsToo,
    List<String> differences) {
  private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9, 100};
  private static final int MOST_DIFFERENCES = 20;

  /** Latencies by what they end with, in the order of the event's way. */
  private Map<String, Histogram> latencies() {
    var all = new LinkedHashMap<String, Histogram>();
    all.put("sent", report.begun());
    all.put("answered", report.answered());
    all.put(fromRedis ? "in Redis" : "by REST", stored);
    all.put("in frame", framed);
    decided.ifPresent(histogram -> all.put("decision", histogram));
    return all;
  }

  /** The result for people, line by line. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "Accepted %,d events (%,.0f a second of %,.0f); refused %,d, dead letters %,d, late %,d"
            .formatted(
                report.accepted(),
                report.achievedPerSecond(),
                report.offeredPerSecond(),
                report.rejected(),
                deadLetters,
                late));
    lines.add("Shown: %,d of %,d interactions".formatted(shown, interactions));
    lines.addAll(table());
    decided.ifPresent(
        calls ->
            lines.add(
                "Decisions seen: %,d of %,d queued calls"
                    .formatted(calls.getTotalCount(), calls.getTotalCount() + undecided)));
    lines.add(
        "%s: in the second half the delay grew by %.1f ms a second"
            .formatted(sustained ? "Sustained" : "NOT sustained", Math.max(0, growth) * 1000));
    lines.add(
        differences.isEmpty()
            ? "Equal to the recount, every campaign, figure by figure"
                + (callsToo ? ", and the calls of the queue" : "")
            : "%,d DIFFERENCES from the recount:".formatted(differences.size()));
    differences.stream().limit(MOST_DIFFERENCES).forEach(each -> lines.add("  " + each));
    return lines;
  }

  private List<String> table() {
    var lines = new ArrayList<String>();
    var head = new StringBuilder("From intended send time, ms");
    latencies().keySet().forEach(name -> head.append("%12s".formatted(name)));
    lines.add(head.toString());
    for (var percentile : PERCENTILES) {
      var line = new StringBuilder("%26s ".formatted(name(percentile)));
      latencies().values().forEach(h -> line.append("%12.1f".formatted(millis(h, percentile))));
      lines.add(line.toString());
    }
    return lines;
  }

  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("eventsPerSecond", load.eventsPerSecond())
        .put("seconds", load.duration().toSeconds())
        .put("campaigns", load.mix().campaigns())
        .put("customers", load.mix().customers())
        .put("seed", load.seed())
        .put("accepted", report.accepted())
        .put("rejected", report.rejected())
        .put("deadLetters", deadLetters)
        .put("late", late)
        .put("sustained", sustained)
        .put("secondsBehindPerSecond", growth);
    var millis = json.putObject("millisFromIntendedSend");
    latencies()
        .forEach(
            (name, histogram) -> {
              var row = millis.putObject(name);
              for (var percentile : PERCENTILES) {
                row.put(name(percentile), millis(histogram, percentile));
              }
            });
    var different = json.putArray("differences");
    differences.forEach(different::add);
    return json;
  }

  private static String name(double percentile) {
    if (percentile == 100) {
      return "max";
    }
    return "p" + (percentile == Math.rint(percentile) ? (long) percentile + "" : percentile);
  }

  private static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
