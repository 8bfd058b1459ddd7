package io.campaignpulse.standalone.calls;

import io.campaignpulse.simulators.callcentre.CallFigures;
import io.campaignpulse.simulators.callcentre.ServiceLevel;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One figure of some calls, as the table and the JSON show it.
 *
 * @param key in the JSON
 * @param shown what the figure is multiplied by for people
 */
record Measure(
    String key,
    String title,
    Function<CallFigures, OptionalDouble> of,
    double shown,
    int decimals) {
  private static final double HIGH = 0.9;
  private static final double PERCENT = 100;
  private static final double MINOR = 0.01;

  static List<Measure> all(ServiceLevel level, double threshold) {
    return List.of(
        count("calls", "calls", f -> f.counts().offered()),
        count("answered", "answered", f -> f.counts().answered()),
        count("abandoned", "abandoned", f -> f.counts().abandoned()),
        new Measure("abandonment", "abandonment, %", CallFigures::abandonment, PERCENT, 1),
        new Measure("asaSeconds", "ASA (wait of answered), s", CallFigures::asa, 1, 1),
        new Measure("meanWaitSeconds", "mean wait of all, s", CallFigures::meanWait, 1, 1),
        new Measure("p90WaitSeconds", "p90 wait of all, s", f -> f.waitAt(HIGH), 1, 1),
        new Measure(
            "serviceLevel",
            "in %s s %s, %%".formatted(plain(threshold), level.words()),
            f -> f.serviceLevel(level),
            PERCENT,
            1),
        count("sales", "sales", CallFigures::sales),
        new Measure("revenue", "revenue", f -> OptionalDouble.of(f.revenue() * MINOR), 1, 0));
  }

  private static Measure count(String key, String title, Function<CallFigures, Long> of) {
    return new Measure(key, title, f -> OptionalDouble.of(of.apply(f)), 1, 0);
  }

  /** For people, or a dash where there is no such figure. */
  String text(OptionalDouble value) {
    return value.isEmpty() ? "-" : number("%,.", value.getAsDouble());
  }

  /** A difference with its sign. */
  String signed(OptionalDouble value) {
    return value.isEmpty() ? "-" : number("%+,.", value.getAsDouble());
  }

  private String number(String format, double value) {
    return String.format(Locale.ROOT, format + decimals + "f", value * shown);
  }

  private static String plain(double seconds) {
    return seconds == Math.rint(seconds) ? "" + (long) seconds : "" + seconds;
  }
}
