package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Times, campaigns and events that the tests of campaign response share. */
public final class Fixtures {
  public static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  public static final long DAY = Duration.ofDays(1).toMillis();
  public static final long WINDOW = 14 * DAY;
  public static final List<Touch.Kind> ALL =
      List.of(Touch.Kind.CALL, Touch.Kind.VISIT, Touch.Kind.ORDER, Touch.Kind.OTHER);

  private Fixtures() {}

  public static CampaignTerms campaign(String id) {
    return new CampaignTerms(
        id,
        START,
        START + 30 * DAY,
        WINDOW,
        ALL,
        false,
        "CONTROL",
        List.of(id, id + "-code"),
        List.of("+1" + id),
        1);
  }

  public static CampaignBook book(CampaignTerms... campaigns) {
    return new CampaignBook(List.of(campaigns));
  }

  public static Touch contact(String id, String campaign, long at) {
    return contact(id, campaign, "A", Touch.Status.SENT, at);
  }

  public static Touch contact(
      String id, String campaign, String variant, Touch.Status status, long at) {
    return new Touch(
        id + "-" + status,
        Touch.Kind.CONTACT,
        origin(),
        at,
        "anna",
        List.of(),
        id,
        campaign,
        variant,
        "EMAIL",
        status,
        null,
        null,
        0,
        null,
        null,
        null,
        null);
  }

  public static Touch visit(String eventId, long at) {
    return interaction(eventId, Touch.Kind.VISIT, at, eventId, null, 0);
  }

  public static Touch visit(String eventId, long at, String code) {
    return interaction(eventId, Touch.Kind.VISIT, at, eventId, code, 0);
  }

  public static Touch order(String eventId, long at, String orderId, long amountMinor) {
    return interaction(eventId, Touch.Kind.ORDER, at, orderId, null, amountMinor);
  }

  public static Touch refund(String eventId, long at, String orderId, long amountMinor) {
    return interaction(eventId, Touch.Kind.RETURN, at, orderId, null, amountMinor);
  }

  public static Touch interaction(
      String eventId, Touch.Kind kind, long at, String unitId, String code, long amountMinor) {
    return new Touch(
        eventId,
        kind,
        origin(),
        at,
        "anna",
        List.of(),
        unitId,
        null,
        null,
        null,
        null,
        code,
        null,
        amountMinor,
        null,
        null,
        null,
        null);
  }

  /** The same touch, by which this was done. */
  public static Touch acting(Touch touch, Act act) {
    return copy(
        touch,
        touch.eventId(),
        touch.customerId(),
        touch.identities(),
        act,
        touch.queue(),
        touch.agentId());
  }

  /** The same touch, of this queue and by this agent. */
  public static Touch served(Touch touch, String queue, String agentId) {
    return copy(
        touch,
        touch.eventId(),
        touch.customerId(),
        touch.identities(),
        touch.act(),
        queue,
        agentId);
  }

  /** The same touch under another event id. */
  public static Touch named(Touch touch, String eventId) {
    return copy(
        touch,
        eventId,
        touch.customerId(),
        touch.identities(),
        touch.act(),
        touch.queue(),
        touch.agentId());
  }

  /** The same touch of whoever these identities turn out to name. */
  public static Touch asking(Touch touch, List<String> identities) {
    return copy(
        touch, touch.eventId(), null, identities, touch.act(), touch.queue(), touch.agentId());
  }

  private static Touch copy(
      Touch touch,
      String eventId,
      String customerId,
      List<String> identities,
      Act act,
      String queue,
      String agentId) {
    return new Touch(
        eventId,
        touch.kind(),
        touch.origin(),
        touch.at(),
        customerId,
        identities,
        touch.unitId(),
        touch.campaignId(),
        touch.variant(),
        touch.channel(),
        touch.status(),
        touch.code(),
        touch.dialled(),
        touch.amountMinor(),
        act,
        queue,
        agentId,
        touch.trade());
  }

  private static Touch.Origin origin() {
    return new Touch.Origin("web-visits", 0, 0);
  }

  static Map<String, Share> shares(CampaignBook book, Touch... touches) {
    var ledger = new Ledger();
    List.of(touches).forEach(ledger::enter);
    return Statement.shares(ledger, book);
  }

  /** All that the share adds, by figure. */
  static Tally tally(Share share) {
    return share.events().tally().add(share.standing().tally());
  }
}
