package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.time.Instant;
import java.util.List;

/** The rows of one campaign in which one customer stands: all their figures are added to each. */
record Rows(RecountedCampaign campaign, String channel, String variant, String segment) {

  /** Channel and variant are those of the first contact, the control group's included. */
  static Rows of(RecountedCampaign campaign, List<Contact> contacts, String segment) {
    var first = contacts.stream().min(Contact.EARLIEST);
    return new Rows(
        campaign,
        first.map(Contact::channel).orElse(CampaignFigures.NONE),
        first.map(Contact::variant).orElse(CampaignFigures.NONE),
        segment);
  }

  void one(Figure figure, Instant at) {
    add(figure, at, 1);
  }

  void revenue(Instant at, long minor) {
    add(Figure.REVENUE, at, minor);
  }

  private void add(Figure figure, Instant at, long amount) {
    lift(figure, at, amount);
    campaign.byChannel().computeIfAbsent(channel, k -> new Tally()).add(figure, amount);
    campaign.bySegment().computeIfAbsent(segment, k -> new Tally()).add(figure, amount);
  }

  /** Figures of lift are compared between variants only. */
  void lift(Figure figure, Instant at, long amount) {
    campaign.totals().add(figure, amount);
    campaign.byVariant().computeIfAbsent(variant, k -> new Tally()).add(figure, amount);
    var minute = Math.floorDiv(at.toEpochMilli(), 60_000L);
    campaign.minutes().computeIfAbsent(minute, k -> new Tally()).add(figure, amount);
  }
}
