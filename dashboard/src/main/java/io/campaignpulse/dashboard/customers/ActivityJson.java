package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Recent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** Writes what a customer did lately onto their card. */
final class ActivityJson {
  private final int digits;

  ActivityJson(Currency currency) {
    this.digits = Math.max(0, currency.getDefaultFractionDigits());
  }

  /**
   * @param now event time: what is over by then is left out
   */
  void write(ObjectNode card, CustomerActivity activity, Instant now) {
    var recent = card.putArray("lastInteractions");
    activity.recent().forEach(each -> write(recent.addObject(), each));
    card.put("openComplaintSince", text(activity.signals().complaintAt()));
    var running = card.putArray("runningCampaigns");
    for (var response : activity.signals().responses()) {
      write(running, response.campaignId(), response.at(), response.runsUntil(), now);
    }
    for (var contact : activity.unanswered()) {
      write(running, contact.campaignId(), null, contact.runsUntil(), now);
    }
  }

  private static void write(
      ArrayNode running, String campaignId, Long respondedAt, long runsUntil, Instant now) {
    if (runsUntil >= now.toEpochMilli()) {
      running
          .addObject()
          .put("campaignId", campaignId)
          .put("respondedAt", text(respondedAt))
          .put("runsUntil", text(runsUntil));
    }
  }

  private void write(ObjectNode json, Recent recent) {
    json.put("at", text(recent.at()));
    json.put("kind", recent.kind());
    json.put("act", recent.act() == null ? null : recent.act().name());
    json.put("channel", recent.channel());
    json.put(
        "amount",
        recent.amountMinor() == null
            ? null
            : BigDecimal.valueOf(recent.amountMinor(), digits).toPlainString());
  }

  private static String text(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}
