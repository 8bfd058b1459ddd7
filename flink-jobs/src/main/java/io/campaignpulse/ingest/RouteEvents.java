package io.campaignpulse.ingest;

import io.campaignpulse.identity.IdentityMessage;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each event on its way: to its customer's books when it names the customer, to its
 * identities when it doesn't; and what it tells of identities to these. Keeps no state.
 */
final class RouteEvents extends ProcessFunction<Arrival, Posting> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<IdentityMessage> IDENTITIES =
      new OutputTag<>("identities") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters") {
        private static final long serialVersionUID = 1L;
      };

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Posting> out) {
    var touch = arrival.touch();
    if (touch == null) {
      context.output(DEAD_LETTERS, arrival.deadLetter());
    } else if (touch.customerId() != null) {
      known(touch, context, out);
    } else if (touch.kind() != Touch.Kind.LINK) {
      for (int rank = 0; rank < touch.identities().size(); rank++) {
        context.output(IDENTITIES, IdentityMessage.question(touch, rank));
      }
    }
  }

  private static void known(Touch touch, Context context, Collector<Posting> out) {
    for (var identity : touch.identities()) {
      context.output(IDENTITIES, IdentityMessage.link(identity, touch.customerId(), touch.at()));
    }
    if (touch.kind() != Touch.Kind.LINK) {
      out.collect(Posting.enter(touch.customerId(), touch));
    }
  }
}
