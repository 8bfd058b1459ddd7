package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** How offers do, in memory. */
final class FakeOffers implements OfferStore {
  final Map<String, OfferFigures> figures = new ConcurrentHashMap<>();
  final List<Opportunity> opportunities = new CopyOnWriteArrayList<>();
  final List<Behind> behind = new CopyOnWriteArrayList<>();
  volatile Runnable beforeBehind = () -> {};
  volatile Runnable afterBehind = () -> {};
  volatile OfferEffect effect = OfferEffect.NONE;
  private final FakeLine line;

  FakeOffers(FakeLine line) {
    this.line = line;
  }

  @Override
  public Standing standing() {
    line.check();
    return new Standing(figures, effect);
  }

  @Override
  public List<Opportunity> opportunities() {
    line.check();
    return opportunities;
  }

  @Override
  public void behind(String opportunity, Consumer<Behind> each) {
    line.check();
    beforeBehind.run();
    behind.forEach(each);
    afterBehind.run();
  }
}
