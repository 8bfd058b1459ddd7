package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.ResponseType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is contacted when. The customers are dealt into as many groups as there are themes, and every
 * theme works through one group after the other, each starting with another: so nobody hears from
 * two campaigns at the same time. When a theme has been through all groups, its next wave begins,
 * which is a campaign of its own.
 */
final class Schedule {
  /** Spreads neighbours of a group over time; a prime, so that everybody has their turn. */
  private static final long STRIDE = 48_271;

  private final Instant start;
  private final WorldSettings settings;
  private final List<Theme> themes;
  private final long groupSize;

  Schedule(Instant start, WorldSettings settings, List<Theme> themes) {
    this.start = start;
    this.settings = settings;
    this.themes = themes;
    this.groupSize = settings.customers() / themes.size();
  }

  /** The turn of a theme that is on at this time: turns are counted from the world's start. */
  long turnAt(Instant t) {
    var seconds = Duration.between(start, t).toMillis() / 1000.0;
    return (long) Math.floor(seconds * settings.contactsPerSecond());
  }

  /** When a turn begins. */
  Instant begins(long turn) {
    return start.plusMillis((long) Math.ceil(turn * 1000.0 / settings.contactsPerSecond()));
  }

  int customer(int theme, long turn) {
    var group = (turn / groupSize + theme) % themes.size();
    return (int) (group * groupSize + turn % groupSize * STRIDE % groupSize);
  }

  int wave(long turn) {
    return (int) (turn / groupSize / themes.size());
  }

  private Instant waveBegins(int wave) {
    return begins(wave * groupSize * themes.size());
  }

  String campaignId(int theme, int wave) {
    return themes.get(theme).id() + (wave == 0 ? "" : "-wave-" + (wave + 1));
  }

  String code(int theme, int wave) {
    return themes.get(theme).code() + (wave == 0 ? "" : "-" + (wave + 1));
  }

  String dialIn(int theme, int wave) {
    return "+1888555%04d".formatted((wave * themes.size() + theme) % 10_000);
  }

  /** Every campaign that begins before this time; the first wave begins with the world. */
  List<Campaign> campaigns(Instant until) {
    var begun = new ArrayList<Campaign>();
    for (int wave = 0; wave == 0 || waveBegins(wave).isBefore(until); wave++) {
      for (int theme = 0; theme < themes.size(); theme++) {
        begun.add(campaign(theme, wave));
      }
    }
    return begun;
  }

  private Campaign campaign(int number, int wave) {
    var theme = themes.get(number);
    return Campaign.newBuilder()
        .setCampaignId(campaignId(number, wave))
        .setName(theme.name() + (wave == 0 ? "" : ", wave " + (wave + 1)))
        .setStartsAt(waveBegins(wave))
        .setEndsAt(waveBegins(wave + 1))
        .setResponseWindow(settings.responseWindow().toString())
        .setResponseTypes(List.of(ResponseType.values()))
        .setAttribution(Attribution.DIRECT_THEN_LAST_CONTACT)
        .setControlVariant(Theme.CONTROL)
        .setCampaignCodes(List.of(code(number, wave)))
        .setDialInNumbers(List.of(dialIn(number, wave)))
        .setCostPerContact(money(theme.costPerContact()))
        .setFixedCost(money(theme.fixedCost()))
        .setPlannedResponseRate(theme.planned())
        .setPlannedResponseCurve(List.of())
        .setPlannedShares(theme.plannedShares())
        .setSimulated(true)
        .build();
  }

  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(4);
  }
}
