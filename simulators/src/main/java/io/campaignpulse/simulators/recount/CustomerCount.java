package io.campaignpulse.simulators.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts one customer into every campaign that touched them or is credited with what they did. */
final class CustomerCount {
  private final CustomerPast past;
  private final CampaignBook book;
  private final String segment;
  private final List<Contact> contacts;
  private final List<Act> acts;
  private final Map<Act, Credit> credits = new HashMap<>();

  CustomerCount(CustomerPast past, CampaignBook book, String segment) {
    this.past = past;
    this.book = book;
    this.segment = segment;
    this.contacts = past.contacts();
    this.acts = past.acts();
    for (var act : acts) {
      book.credit(act, contacts).ifPresent(credit -> credits.put(act, credit));
    }
  }

  void addTo(Map<String, RecountedCampaign> counted) {
    for (var campaign : book.all()) {
      var own = contacts.stream().filter(c -> c.campaignId().equals(campaign.id())).toList();
      var credited = acts.stream().filter(act -> creditedTo(act, campaign).isPresent()).toList();
      if (!own.isEmpty() || !credited.isEmpty()) {
        var rows = Rows.of(counted.get(campaign.id()), own, segment);
        new ResponseCount(campaign, own, credited, rows)
            .count(act -> creditedTo(act, campaign).orElseThrow().direct());
        countReturns(campaign, rows);
        new LiftCount(campaign, own, past, rows).count();
      }
    }
  }

  private Optional<Credit> creditedTo(Act act, KnownCampaign campaign) {
    return Optional.ofNullable(credits.get(act))
        .filter(credit -> credit.campaignId().equals(campaign.id()));
  }

  /** A return is credited where its order was. */
  private void countReturns(KnownCampaign campaign, Rows rows) {
    for (var goods : past.returns()) {
      past.orderOf(goods)
          .flatMap(order -> creditedTo(order, campaign))
          .ifPresent(credit -> rows.revenue(goods.at(), -goods.amount()));
    }
  }
}
