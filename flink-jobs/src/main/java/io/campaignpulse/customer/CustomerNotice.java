package io.campaignpulse.customer;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.core.ValueModel;
import java.util.List;

/**
 * What all who keep customers hear of: a command, campaigns that were defined, the value model or
 * the ranks that are valid from here on, a setting such as the weights or an offer, or how an offer
 * was taken so far. All but one are null.
 */
public record CustomerNotice(
    Command command,
    List<CampaignTerms> defined,
    ValueModel model,
    ValueRanks ranks,
    Setting setting,
    OfferNews learned) {

  static CustomerNotice of(Command command) {
    return new CustomerNotice(command, null, null, null, null, null);
  }

  static CustomerNotice of(List<CampaignTerms> defined) {
    return new CustomerNotice(null, defined, null, null, null, null);
  }

  static CustomerNotice of(ValueModel model) {
    return new CustomerNotice(null, null, model, null, null, null);
  }

  static CustomerNotice of(ValueRanks ranks) {
    return new CustomerNotice(null, null, null, ranks, null, null);
  }

  static CustomerNotice of(Setting setting) {
    return new CustomerNotice(null, null, null, null, setting, null);
  }

  static CustomerNotice of(OfferNews learned) {
    return new CustomerNotice(null, null, null, null, null, learned);
  }
}
