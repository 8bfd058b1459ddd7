package io.campaignpulse.customer;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.core.Callers;
import java.io.IOException;

/** What concerns calls at the pass over all that customers do: queues hear of them. */
final class Calling {
  private final Telling telling;
  private final boolean routed;

  /**
   * @param routed whether there are queues that hear of calls
   */
  Calling(Telling telling, boolean routed) {
    this.telling = telling;
    this.routed = routed;
  }

  /** Of a call that came in only after its end no queue needs to hear. */
  boolean heard(Touch call, Ledger ledger) {
    return routed && (call.kind() == Touch.Kind.OUTCOME || Callers.waits(call, ledger.page()));
  }

  void tell(Touch call, Ledger ledger, CustomerFunction.ReadOnlyContext context)
      throws IOException {
    context.output(Outputs.CALLS, telling.news(context.getCurrentKey(), call, ledger));
  }

  /** A call that waits was decided on without the offer, of which nothing could be said then. */
  void tellAgain(Trigger moment, Ledger ledger, CustomerFunction.ReadOnlyContext context)
      throws IOException {
    var call =
        moment.kind() == Trigger.Kind.CALL_QUEUED ? ledger.page().find(moment.eventId()) : null;
    if (call != null && heard(call, ledger)) {
      tell(call, ledger, context);
    }
  }
}
