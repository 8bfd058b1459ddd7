package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Recent;
import io.campaignpulse.events.views.CustomerActivity.Response;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer did lately, worked out from the set of their events, in order of time. */
public final class Activity {
  private static final int RECENT = 10;

  /** What can be done in a visit, the least telling first. */
  private static final List<Act> TELLING =
      List.of(
          Act.PAGE_VIEW,
          Act.LOGIN,
          Act.SEARCH,
          Act.PRODUCT_VIEW,
          Act.ADD_TO_CART,
          Act.CHECKOUT_STARTED);

  private final Map<String, Recent> recent = new LinkedHashMap<>();
  private Touch lastCall;
  private boolean lastCallOver;
  private Long callBeforeAt;
  private Long productViewAt;
  private Long cartAt;
  private Long abandonedAt;
  private Long complaintAt;
  private String lastAgentId;

  private Activity() {}

  /**
   * @param touches in order of time
   * @param responses to campaigns
   */
  public static CustomerActivity of(
      String customerId, List<Touch> touches, List<Response> responses) {
    var activity = new Activity();
    touches.forEach(activity::take);
    return new CustomerActivity(
        customerId,
        activity.newest(),
        activity.signals(responses),
        List.of(),
        activity.lastAgentId);
  }

  private void take(Touch touch) {
    switch (touch.kind()) {
      case CALL -> {
        called(touch);
        add(touch, null, null);
      }
      case VISIT -> visited(touch);
      case ORDER -> {
        cartAt = null;
        served(touch);
        add(touch, null, touch.amountMinor());
      }
      case RETURN -> add(touch, null, touch.amountMinor());
      case OTHER -> {
        complained(touch);
        add(touch, touch.act(), null);
      }
      case OUTCOME -> ended(touch);
      case CONTACT, LINK, OFFER -> {}
    }
  }

  private void called(Touch touch) {
    if (lastCall != null && !lastCall.unitId().equals(touch.unitId())) {
      callBeforeAt = lastCall.at();
    }
    lastCall = touch;
    lastCallOver = false;
  }

  private void visited(Touch touch) {
    var act = touch.act();
    if (act == Act.PRODUCT_VIEW) {
      productViewAt = touch.at();
    } else if (act == Act.ADD_TO_CART || act == Act.CHECKOUT_STARTED) {
      cartAt = touch.at();
    }
    var before = recent.get(place(touch));
    add(touch, before == null ? act : moreTelling(before.act(), act), null);
  }

  /** The call is where it was in the list, and known by what became of it. */
  private void ended(Touch touch) {
    abandonedAt = touch.act() == Act.ABANDONED ? Long.valueOf(touch.at()) : null;
    lastCallOver |= over(touch) && lastCall != null && lastCall.unitId().equals(touch.unitId());
    complained(touch);
    if (touch.act() == Act.SERVICE) {
      complaintAt = null;
    }
    if (touch.act() == Act.ORDER || touch.act() == Act.SERVICE) {
      served(touch);
    }
    recent.computeIfPresent(
        Touch.Kind.CALL + touch.unitId(),
        (place, call) ->
            new Recent(call.at(), call.kind(), touch.act(), call.channel(), call.amountMinor()));
  }

  private static boolean over(Touch outcome) {
    return outcome.act() != Act.ANSWERED && outcome.act() != Act.TRANSFERRED;
  }

  private void complained(Touch touch) {
    if (touch.act() == Act.COMPLAINT) {
      complaintAt = touch.at();
    }
  }

  /** Something was sold or solved, maybe by an agent. */
  private void served(Touch touch) {
    if (touch.agentId() != null) {
      lastAgentId = touch.agentId();
    }
  }

  /** Moves to the end of the list what went on. */
  private void add(Touch touch, Act act, Long amountMinor) {
    var place = place(touch);
    recent.remove(place);
    recent.put(
        place, new Recent(touch.at(), touch.kind().name(), act, touch.channel(), amountMinor));
  }

  private static Act moreTelling(Act one, Act other) {
    return TELLING.indexOf(one) > TELLING.indexOf(other) ? one : other;
  }

  private static String place(Touch touch) {
    var apart = touch.kind() == Touch.Kind.VISIT || touch.kind() == Touch.Kind.CALL;
    return touch.kind() + (apart ? touch.unitId() : touch.eventId());
  }

  private List<Recent> newest() {
    var all = new ArrayList<>(recent.values());
    var newest = new ArrayList<Recent>(RECENT);
    for (int i = all.size() - 1; i >= 0 && newest.size() < RECENT; i--) {
      newest.add(all.get(i));
    }
    return newest;
  }

  private Signals signals(List<Response> responses) {
    return new Signals(
        productViewAt, cartAt, lastCallBefore(), abandonedAt, complaintAt, responses);
  }

  /** The last call but the one that may be going on: of which nothing has become yet. */
  private Long lastCallBefore() {
    return lastCallOver ? Long.valueOf(lastCall.at()) : callBeforeAt;
  }
}
