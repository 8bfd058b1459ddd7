package io.campaignpulse.events;

import java.util.ArrayList;
import java.util.List;

/** Every Kafka topic of the system. Producers, jobs and set-up meet here and nowhere else. */
public final class Topics {
  public static final String DEAD_LETTERS = "dead-letters";
  public static final String LATE_EVENTS = "late-events";
  public static final String ROUTING_DECISIONS = "routing-decisions";
  public static final String OFFER_DECISIONS = "offer-decisions";
  public static final String ALERTS = "alerts";

  /** Where the tiers begin, from the pass that found it to all who put customers into tiers. */
  public static final String VALUE_RANKS = "value-ranks";

  /** How customers took each offer, from where that is summed to all who decide on offers. */
  public static final String OFFER_LEARNING = "offer-learning";

  /** Orders to the running jobs, such as to write every figure to the serving store again. */
  public static final String COMMANDS = "commands";

  /** Headers of a dead letter: where the original record stood and why it was refused. */
  public static final String HEADER_TOPIC = "topic";

  public static final String HEADER_PARTITION = "partition";
  public static final String HEADER_OFFSET = "offset";
  public static final String HEADER_REASON = "reason";

  /** A topic, and whether only the newest record of a key is kept. */
  public record Definition(String name, boolean compacted) {}

  private Topics() {}

  public static List<String> events() {
    var names = new ArrayList<String>();
    for (var type : EventType.values()) {
      names.add(type.topic());
    }
    return names;
  }

  public static List<Definition> all() {
    var all = new ArrayList<Definition>();
    events().forEach(name -> all.add(new Definition(name, false)));
    for (var kind : ReferenceKind.values()) {
      all.add(new Definition(kind.topic(), true));
    }
    all.add(new Definition(VALUE_RANKS, true));
    all.add(new Definition(OFFER_LEARNING, true));
    for (var name :
        List.of(DEAD_LETTERS, LATE_EVENTS, ROUTING_DECISIONS, OFFER_DECISIONS, ALERTS, COMMANDS)) {
      all.add(new Definition(name, false));
    }
    return all;
  }
}
