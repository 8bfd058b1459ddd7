package io.campaignpulse.standalone.calls;

import io.campaignpulse.simulators.callcentre.CallFigures;
import io.campaignpulse.simulators.callcentre.Estimate;
import io.campaignpulse.simulators.callcentre.Outcome;
import io.campaignpulse.simulators.callcentre.QueueDiscipline;
import io.campaignpulse.simulators.callcentre.SampleCentre;
import io.campaignpulse.simulators.callcentre.log.LogReplay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * One column of the log's table: the same calls as recorded, or answered again by one rule.
 *
 * @param runs one for each draw of what the log doesn't say; a single one if it is the record
 */
record LogFigures(String name, List<List<Outcome>> runs) {
  private static final int DRAWS = 10;

  /** The bank's: 90 seconds of credit on entry for VIPs. */
  private static final List<Double> CREDITS = List.of(90.0, 0.0, 0.0);

  static List<LogFigures> all(LogReplay replay, long seed) {
    return List.of(
        new LogFigures("recorded", List.of(replay.recorded())),
        run("bank's rule", replay, QueueDiscipline.credited(CREDITS), seed),
        run("accumulating", replay, QueueDiscipline.accumulating(SampleCentre.RATES), seed),
        run("first come", replay, QueueDiscipline.firstCome(LogReplay.CLASSES), seed));
  }

  private static LogFigures run(
      String name, LogReplay replay, QueueDiscipline discipline, long seed) {
    return new LogFigures(
        name,
        LongStream.range(seed, seed + DRAWS)
            .mapToObj(draw -> Collections.unmodifiableList(replay.run(discipline, draw)))
            .toList());
  }

  /** A figure of some calls over the draws, or empty where the calls have none. */
  Optional<Estimate> of(
      Predicate<Outcome> calls, double threshold, Function<CallFigures, OptionalDouble> figure) {
    var values = new ArrayList<Double>();
    for (var run : runs) {
      var some = run.stream().filter(calls).toList();
      figure.apply(CallFigures.of(some, threshold)).ifPresent(values::add);
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(values));
  }
}
