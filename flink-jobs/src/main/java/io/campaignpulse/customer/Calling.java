package io.campaignpulse.customer;

import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.routing.core.CallMark;
import io.campaignpulse.routing.core.CallMarks;
import io.campaignpulse.routing.core.Callers;
import java.io.IOException;
import java.util.List;

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

  /** What counts of the call that a posting is about, by what is known of it now. */
  List<CallMark> marks(Posting posting, Ledger ledger) {
    return routed && posting.aboutCall()
        ? CallMarks.of(ledger.page().ofUnit(posting.touch().unitId()))
        : List.of();
  }

  /**
   * Tells a queue of a call, and by how much what counts of it changed.
   *
   * @param heard whether the queue needs to hear more than that
   */
  void tell(
      Touch call,
      Ledger ledger,
      boolean heard,
      List<CallMark> marks,
      CustomerFunction.ReadOnlyContext context)
      throws IOException {
    if (heard) {
      context.output(Outputs.CALLS, telling.news(context.getCurrentKey(), call, ledger, marks));
    } else if (!marks.isEmpty()) {
      context.output(Outputs.CALLS, CallNews.counts(call, marks));
    }
  }

  /** A call that waits was decided on without the offer, of which nothing could be said then. */
  void tellAgain(Trigger moment, Ledger ledger, CustomerFunction.ReadOnlyContext context)
      throws IOException {
    var call =
        moment.kind() == Trigger.Kind.CALL_QUEUED ? ledger.page().find(moment.eventId()) : null;
    if (call != null) {
      tell(call, ledger, heard(call, ledger), List.of(), context);
    }
  }
}
