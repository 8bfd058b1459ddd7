package io.campaignpulse.dashboard.priority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.ports.QueueStore.Waiting;
import io.campaignpulse.dashboard.priority.Rescored.Scores;
import io.campaignpulse.dashboard.queues.CallOrder;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waiting calls that would move, had they been queued under other weights. */
record CallMoves(List<Move> moves) {
  private static final double BEST_SCORE = 100;

  /** A call, its scores and its places in its queue, from 1. */
  record Move(RoutingDecision call, Scores scores, int before, int after) {
    boolean moves() {
      return before != after || scores.change() != 0;
    }

    void write(ObjectNode json, String name) {
      json.put("queue", call.queue()).put("callId", call.callId());
      json.put("customerId", call.customerId()).put("identity", call.identity());
      json.put("name", name).put("tier", call.tier());
      json.putObject("before").put("score", scores.before()).put("position", before);
      json.putObject("after").put("score", scores.after()).put("position", after);
    }
  }

  private static final Comparator<Move> BIGGEST_FIRST =
      Comparator.<Move>comparingInt(move -> -Math.abs(move.after - move.before))
          .thenComparingDouble(move -> -Math.abs(move.scores.change()))
          .thenComparing(move -> move.call.callId());

  /** Who a caller is: a customer, or an identity. */
  static String caller(RoutingDecision call) {
    return call.customerId() == null ? call.identity() : call.customerId();
  }

  static CallMoves of(
      Collection<Waiting> queues,
      Map<String, Known> callers,
      Rescored rescored,
      RoutingRules rules,
      Instant now) {
    var moves = new ArrayList<Move>();
    for (var queue : queues) {
      var scores = new HashMap<RoutingDecision, Scores>();
      for (var call : queue.calls()) {
        var known = callers.get(caller(call));
        var queuedAt = Instant.ofEpochMilli(call.queuedAt());
        scores.put(call, rescored.at(queuedAt, call.customerId(), known));
      }
      var order = CallOrder.of(queue.state(), now);
      var before = order.sorted(queue.calls(), c -> rate(rules, scores.get(c).before()));
      var after = order.sorted(queue.calls(), c -> rate(rules, scores.get(c).after()));
      var places = new HashMap<RoutingDecision, Integer>();
      after.forEach(call -> places.put(call, places.size() + 1));
      for (int i = 0; i < before.size(); i++) {
        var call = before.get(i);
        moves.add(new Move(call, scores.get(call), i + 1, places.get(call)));
      }
    }
    return new CallMoves(moves.stream().filter(Move::moves).sorted(BIGGEST_FIRST).toList());
  }

  private static double rate(RoutingRules rules, double score) {
    var least = rules.getLeastRate();
    return least + (rules.getMostRate() - least) * score / BEST_SCORE;
  }
}
