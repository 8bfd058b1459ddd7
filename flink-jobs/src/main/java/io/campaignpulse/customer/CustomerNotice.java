package io.campaignpulse.customer;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.core.ValueModel;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** What all who keep customers hear of. */
@TypeInfo(CustomerNoticeType.class)
public sealed interface CustomerNotice {

  record Commanded(Command command) implements CustomerNotice {}

  /** Campaigns are defined so from here on. */
  record Defined(List<CampaignTerms> campaigns) implements CustomerNotice {}

  /** The value model that is valid from here on. */
  record Modelled(ValueModel model) implements CustomerNotice {}

  /** The ranks that are valid from here on. */
  record Ranked(ValueRanks ranks) implements CustomerNotice {}

  /** A record of reference data is so from here on: weights, a product or an offer. */
  record Settled(Setting setting) implements CustomerNotice {}

  /** How an offer was taken so far, or what is bought together. */
  record Learned(OfferNews news) implements CustomerNotice {}
}
