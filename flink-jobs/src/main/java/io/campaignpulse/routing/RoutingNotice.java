package io.campaignpulse.routing;

import io.campaignpulse.ingest.Setting;
import io.campaignpulse.serving.Command;

/** What those who route calls hear of: a command, or the rules that are valid from here on. */
public record RoutingNotice(Command command, Setting rules) {

  static RoutingNotice of(Command command) {
    return new RoutingNotice(command, null);
  }

  static RoutingNotice of(Setting rules) {
    return new RoutingNotice(null, rules);
  }
}
