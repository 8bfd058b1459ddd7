package io.campaignpulse.dashboard.priority;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.priority.Rescored.Scores;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Customers and their scores under the weights in use and under others. */
record CustomerMoves(List<Move> all) {
  /** A customer, their tier and their scores. */
  record Move(String customerId, String tier, Scores scores) {}

  private static final Comparator<Move> BIGGEST_FIRST =
      Comparator.<Move>comparingDouble(move -> -Math.abs(move.scores.change()))
          .thenComparing(Move::customerId);

  static CustomerMoves of(Map<String, Known> customers, Rescored rescored, Instant now) {
    var all = new ArrayList<Move>();
    customers.forEach(
        (id, known) -> {
          var tier = Priority.of(id, known, rescored.inUse(), now).tier();
          all.add(new Move(id, tier, rescored.at(now, id, known)));
        });
    return new CustomerMoves(all);
  }

  /** Those whose score changes most. */
  List<Move> biggest(int most) {
    return all.stream()
        .filter(move -> move.scores.change() != 0)
        .sorted(BIGGEST_FIRST)
        .limit(most)
        .toList();
  }

  /** The mean scores by tier; null where nobody is in one. */
  void writeTiers(ArrayNode json) {
    for (var tier : List.of(ValueRanks.A, ValueRanks.B, ValueRanks.C)) {
      var in = all.stream().filter(move -> move.tier.equals(tier)).toList();
      var row = json.addObject().put("tier", tier).put("customers", in.size());
      row.put("before", mean(in, move -> move.scores.before()));
      row.put("after", mean(in, move -> move.scores.after()));
    }
  }

  private static Double mean(List<Move> moves, ToDoubleFunction<Move> score) {
    var mean = moves.stream().mapToDouble(score).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
