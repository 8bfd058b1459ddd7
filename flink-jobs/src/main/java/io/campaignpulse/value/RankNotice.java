package io.campaignpulse.value;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.serving.Command;

/** What all who assign tiers hear of: a command, or the ranks that are valid from here on. */
public record RankNotice(Command command, ValueRanks ranks) {

  static RankNotice of(Command command) {
    return new RankNotice(command, null);
  }

  static RankNotice of(ValueRanks ranks) {
    return new RankNotice(null, ranks);
  }
}
