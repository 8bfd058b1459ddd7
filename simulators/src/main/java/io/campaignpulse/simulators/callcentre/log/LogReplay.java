package io.campaignpulse.simulators.callcentre.log;

import io.campaignpulse.simulators.callcentre.Call;
import io.campaignpulse.simulators.callcentre.CallCentre;
import io.campaignpulse.simulators.callcentre.Outcome;
import io.campaignpulse.simulators.callcentre.QueueDiscipline;
import io.campaignpulse.simulators.callcentre.Routing;
import io.campaignpulse.simulators.callcentre.Steps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The log's calls answered again in another order. Recorded are when somebody came, and how long
 * they were served. Inferred are the agents ({@link InferredStaff}); the patience of those who were
 * answered, which is drawn from the Kaplan-Meier estimate of their class, beyond what they waited;
 * how long those who hung up would have been served, which is drawn from those of their class who
 * were; and the class of those who were put through at once, of whom the log rarely says it, which
 * is drawn from those who queued. Tier 0 is priority 2.
 */
public final class LogReplay {
  public static final int CLASSES = 3;

  /** In a replayed call's place of the campaign: whether it queued in the log. */
  private static final String QUEUED = "queued";

  private static final String AT_ONCE = "put through at once";

  private final Map<LocalDate, List<LoggedCall>> days = new TreeMap<>();
  private final Map<LocalDate, Steps> staff = new TreeMap<>();
  private final List<LoggedCall> queued;
  private final List<KaplanMeier> patience = new ArrayList<>();
  private final List<List<LoggedCall>> served = new ArrayList<>();

  public LogReplay(Collection<LoggedCall> log) {
    var calls = log.stream().filter(LoggedCall::wantsAnAgent).toList();
    calls.forEach(call -> days.computeIfAbsent(call.date(), d -> new ArrayList<>()).add(call));
    days.values().forEach(day -> day.sort(Comparator.comparingDouble(LoggedCall::arrived)));
    days.forEach((date, day) -> staff.put(date, InferredStaff.of(day)));
    queued = calls.stream().filter(LoggedCall::queued).toList();
    for (int tier = 0; tier < CLASSES; tier++) {
      var priority = CLASSES - 1 - tier;
      var own = queued.stream().filter(call -> call.priority() == priority).toList();
      patience.add(
          KaplanMeier.of(
              own.stream()
                  .map(call -> new KaplanMeier.Seen(call.waited(), !call.answered()))
                  .toList()));
      served.add(own.stream().filter(LoggedCall::answered).toList());
      if (served.get(tier).isEmpty()) {
        throw new IllegalArgumentException(
            "the log has no answered call of priority " + priority + " that queued");
      }
    }
  }

  /** How patient a class is. */
  public KaplanMeier patience(int tier) {
    return patience.get(tier);
  }

  /** What was recorded of all who wanted an agent, phantoms left out. */
  public List<Outcome> recorded() {
    return days.values().stream()
        .flatMap(List::stream)
        .map(call -> new Outcome(call(call, tier(call), 0, 0), call.answered(), call.waited()))
        .toList();
  }

  /** All days under a discipline. The same seed draws the same callers, whatever the discipline. */
  public List<Outcome> run(QueueDiscipline discipline, long seed) {
    var outcomes = new ArrayList<Outcome>();
    var chance = new SplittableRandom(seed);
    for (var day : days.entrySet()) {
      var calls = day.getValue().stream().map(call -> drawn(call, chance)).toList();
      outcomes.addAll(CallCentre.run(calls, staff.get(day.getKey()), Routing.always(discipline)));
    }
    return outcomes;
  }

  /** Whether a replayed call is one that had queued in the log. */
  public static boolean hadQueued(Outcome outcome) {
    return outcome.call().campaign().equals(QUEUED);
  }

  private Call drawn(LoggedCall call, SplittableRandom chance) {
    var u = chance.nextDouble();
    var like = chance.nextDouble();
    var tier = call.queued() ? tier(call) : tier(pick(queued, chance.nextDouble()));
    return call.answered()
        ? call(call, tier, patience.get(tier).patience(call.waited(), u), call.served())
        : call(call, tier, call.waited(), pick(served.get(tier), like).served());
  }

  private static Call call(LoggedCall call, int tier, double patience, double service) {
    return new Call(
        call.arrived(), tier, call.queued() ? QUEUED : AT_ONCE, patience, service, 0, 0);
  }

  private static int tier(LoggedCall call) {
    return CLASSES - 1 - call.priority();
  }

  private static LoggedCall pick(List<LoggedCall> calls, double u) {
    return calls.get((int) (u * calls.size()));
  }
}
