package io.campaignpulse.response;

import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import java.util.List;

/** What all who keep ledgers hear of: campaigns that were defined, or a command. */
public record LedgerNotice(List<CampaignTerms> defined, Command command) {

  static LedgerNotice of(List<CampaignTerms> defined) {
    return new LedgerNotice(defined, null);
  }

  static LedgerNotice of(Command command) {
    return new LedgerNotice(List.of(), command);
  }
}
