package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.ServiceCounts;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.routing.core.CallMark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What counts of a call, worked out from the set of its events, in whatever order they came. */
public final class CallMarks {
  private static final long IN_TIME_MILLIS = ServiceCounts.THRESHOLD_SECONDS * 1_000L;

  /** A call that is queued and answered in the same moment was answered at once. */
  private static final Comparator<Touch> QUEUED_FIRST =
      Comparator.comparingLong(Touch::at)
          .thenComparing(touch -> touch.kind() != Touch.Kind.CALL)
          .thenComparing(Touch::eventId);

  private CallMarks() {}

  /**
   * That a call came to queues, and how it left them. A queue out of which it went on to another,
   * or of which nobody said how it left, it did not leave.
   *
   * @param events of one call
   */
  public static List<CallMark> of(List<Touch> events) {
    var marks = new ArrayList<CallMark>(2);
    Touch waiting = null;
    for (var touch : events.stream().sorted(QUEUED_FIRST).toList()) {
      if (touch.kind() == Touch.Kind.CALL) {
        waiting = touch;
        marks.add(new CallMark(touch.queue(), touch.at(), Kind.QUEUED, null, 1));
      } else if (waiting != null && touch.kind() == Touch.Kind.OUTCOME) {
        left(waiting, touch, marks);
        waiting = null;
      }
    }
    return marks;
  }

  private static void left(Touch queued, Touch outcome, List<CallMark> marks) {
    var inTime = outcome.at() - queued.at() <= IN_TIME_MILLIS;
    if (outcome.act() == Act.ANSWERED) {
      var kind = inTime ? Kind.ANSWERED_IN_TIME : Kind.ANSWERED_LATER;
      marks.add(new CallMark(queued.queue(), outcome.at(), kind, outcome.agentId(), 1));
    } else if (outcome.act() == Act.ABANDONED) {
      var kind = inTime ? Kind.ABANDONED_EARLY : Kind.ABANDONED_LATER;
      marks.add(new CallMark(queued.queue(), outcome.at(), kind, null, 1));
    }
  }

  /** What turns the one into the other when it is added. */
  public static List<CallMark> changes(List<CallMark> before, List<CallMark> after) {
    if (before.equals(after)) {
      return List.of();
    }
    var changes = new ArrayList<>(after);
    for (var mark : before) {
      if (!changes.remove(mark)) {
        changes.add(mark.not());
      }
    }
    return changes;
  }
}
