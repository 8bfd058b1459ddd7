package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.Campaign;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All defined campaigns, and the rules by which an interaction is credited to one of them. */
final class CampaignBook {
  private static final Comparator<KnownCampaign> LATEST_START =
      Comparator.comparing(KnownCampaign::startsAt).thenComparing(KnownCampaign::id);
  private static final Comparator<Contact> MOST_RECENT =
      Comparator.comparing(Contact::at).thenComparing(Contact::contactId);

  private final Map<String, KnownCampaign> byId = new HashMap<>();

  CampaignBook(Collection<Campaign> campaigns) {
    campaigns.forEach(c -> byId.put(c.getCampaignId(), KnownCampaign.of(c)));
  }

  Collection<KnownCampaign> all() {
    return byId.values();
  }

  /** Direct wins over inferred; an organic interaction has no credit. */
  Optional<Credit> credit(Act act, List<Contact> contacts) {
    var direct = direct(act).map(campaign -> new Credit(campaign.id(), true));
    return direct.isPresent()
        ? direct
        : inferred(act, contacts).map(contact -> new Credit(contact.campaignId(), false));
  }

  private Optional<KnownCampaign> direct(Act act) {
    return byId.values().stream()
        .filter(campaign -> campaign.named(act) && campaign.takesDirectAt(act.at()))
        .max(LATEST_START);
  }

  private Optional<Contact> inferred(Act act, List<Contact> contacts) {
    return contacts.stream().filter(contact -> mayHaveCaused(contact, act)).max(MOST_RECENT);
  }

  private boolean mayHaveCaused(Contact contact, Act act) {
    var campaign = byId.get(contact.campaignId());
    return campaign != null
        && campaign.infers()
        && !campaign.control(contact)
        && !contact.bounced()
        && campaign.covers(contact.at(), act.at());
  }
}
