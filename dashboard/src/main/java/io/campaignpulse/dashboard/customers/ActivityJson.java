package io.campaignpulse.dashboard.customers;

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
    var responses = card.putArray("runningCampaigns");
    for (var response : activity.signals().responses()) {
      if (response.runsUntil() >= now.toEpochMilli()) {
        responses
            .addObject()
            .put("campaignId", response.campaignId())
            .put("respondedAt", text(response.at()))
            .put("runsUntil", text(response.runsUntil()));
      }
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
