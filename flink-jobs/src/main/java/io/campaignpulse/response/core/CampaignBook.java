package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All defined campaigns, found by id, by code and by dialled number. */
public final class CampaignBook {
  /** Of several campaigns that a code names at one time, the last to start is meant. */
  private static final Comparator<CampaignTerms> LATEST_START =
      Comparator.comparingLong(CampaignTerms::startsAt).thenComparing(CampaignTerms::campaignId);

  private final Map<String, CampaignTerms> byId = new HashMap<>();
  private final Map<String, List<CampaignTerms>> byCode = new HashMap<>();
  private final Map<String, List<CampaignTerms>> byNumber = new HashMap<>();

  public CampaignBook(Collection<CampaignTerms> campaigns) {
    campaigns.forEach(this::put);
  }

  /** A book of the same campaigns, which further changes of this one leave as it is. */
  public CampaignBook copy() {
    return new CampaignBook(byId.values());
  }

  /** Defines a campaign, or defines it anew. */
  public void put(CampaignTerms terms) {
    var old = byId.put(terms.campaignId(), terms);
    if (old != null) {
      old.codes().forEach(code -> byCode.get(code).remove(old));
      old.numbers().forEach(number -> byNumber.get(number).remove(old));
    }
    terms.codes().forEach(code -> index(byCode, code, terms));
    terms.numbers().forEach(number -> index(byNumber, number, terms));
  }

  private static void index(
      Map<String, List<CampaignTerms>> index, String key, CampaignTerms terms) {
    index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(terms);
  }

  /** The terms of a campaign; null while it is not defined. */
  public CampaignTerms find(String campaignId) {
    return byId.get(campaignId);
  }

  /** Everything by which an event can name a campaign as it is defined; nothing while it isn't. */
  public Set<String> names(String campaignId) {
    var terms = byId.get(campaignId);
    return terms == null ? Set.of() : terms.names();
  }

  /**
   * The campaign that an interaction answers directly, by its code or the number dialled; null if
   * there is none.
   */
  public CampaignTerms direct(Touch interaction) {
    var named = latest(byCode, interaction.code(), interaction.at(), null);
    return latest(byNumber, interaction.dialled(), interaction.at(), named);
  }

  private static CampaignTerms latest(
      Map<String, List<CampaignTerms>> index, String key, long at, CampaignTerms than) {
    var latest = than;
    for (var terms : key == null ? List.<CampaignTerms>of() : index.getOrDefault(key, List.of())) {
      if (terms.takesDirect(at) && (latest == null || LATEST_START.compare(terms, latest) > 0)) {
        latest = terms;
      }
    }
    return latest;
  }
}
