package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All defined campaigns, found by id, by code and by dialled number. Immutable. */
public final class CampaignBook {
  /** Of several campaigns that a code names at one time, the last to start is meant. */
  private static final Comparator<CampaignTerms> LATEST_START =
      Comparator.comparingLong(CampaignTerms::startsAt).thenComparing(CampaignTerms::campaignId);

  private final Map<String, CampaignTerms> byId = new HashMap<>();
  private final Map<String, List<CampaignTerms>> byCode = new HashMap<>();
  private final Map<String, List<CampaignTerms>> byNumber = new HashMap<>();

  public CampaignBook(Collection<CampaignTerms> campaigns) {
    for (var terms : campaigns) {
      byId.put(terms.campaignId(), terms);
      terms.codes().forEach(code -> index(byCode, code, terms));
      terms.numbers().forEach(number -> index(byNumber, number, terms));
    }
  }

  private static void index(
      Map<String, List<CampaignTerms>> index, String key, CampaignTerms terms) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(terms);
  }

  /** The terms of a campaign; null while it is not defined. */
  public CampaignTerms find(String campaignId) {
    return byId.get(campaignId);
  }

  /** The campaign that an interaction answers directly, by its code or the number dialled. */
  public Optional<CampaignTerms> direct(Touch interaction) {
    if (interaction.code() == null && interaction.dialled() == null) {
      return Optional.empty();
    }
    var named = new ArrayList<>(byCode.getOrDefault(interaction.code(), List.of()));
    named.addAll(byNumber.getOrDefault(interaction.dialled(), List.of()));
    return named.stream().filter(terms -> terms.takesDirect(interaction.at())).max(LATEST_START);
  }
}
