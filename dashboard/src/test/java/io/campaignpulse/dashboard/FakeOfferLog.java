package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.OfferLog;
import io.campaignpulse.events.views.OfferDecision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Decisions in memory, the oldest first. */
final class FakeOfferLog implements OfferLog {
  final List<OfferDecision> decisions = new CopyOnWriteArrayList<>();
  volatile boolean cut;
  volatile Extent asked;

  @Override
  public boolean read(Extent extent, Consumer<OfferDecision> each) {
    asked = extent;
    decisions.forEach(each);
    return !cut;
  }
}
