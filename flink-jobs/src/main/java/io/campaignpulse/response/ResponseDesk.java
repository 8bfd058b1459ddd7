package io.campaignpulse.response;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.NamesSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Posts to customers' ledgers and knows the campaigns, which are the same for all. It remembers by
 * which names events called campaigns, so that a definition that nobody waits for looks through no
 * ledger.
 */
public final class ResponseDesk {
  public static final MapStateDescriptor<String, CampaignTerms> CAMPAIGNS =
      new MapStateDescriptor<>("campaigns", Types.STRING, TypeInformation.of(CampaignTerms.class));

  /** Stands among the names for those that are no longer kept one by one. */
  private static final String TOO_MANY = "";

  private final NamesSeen names = new NamesSeen();
  private CampaignBook book;

  /** Takes up what {@link #names} gave. */
  public void restore(Iterable<String> kept) {
    for (var name : kept) {
      if (name.equals(TOO_MANY)) {
        names.addTooMany();
      } else {
        names.addAll(List.of(name));
      }
    }
  }

  /** The names by which events called campaigns, for keeping. */
  public List<String> names() {
    return names.tooMany() ? List.of(TOO_MANY) : List.copyOf(names.names());
  }

  /** Takes up the campaigns that are kept. */
  public void load(ReadOnlyBroadcastState<String, CampaignTerms> campaigns) throws Exception {
    List<CampaignTerms> all = new ArrayList<>();
    campaigns.immutableEntries().forEach(entry -> all.add(entry.getValue()));
    book = new CampaignBook(all);
  }

  /** The campaigns. */
  public CampaignBook book() {
    return book;
  }

  /**
   * Whether an event comes too late to count. A repeat of what is known does not, nor what was
   * decided here; of one that names no customer it was said before it came to anybody.
   */
  public static boolean late(Posting posting, Ledger ledger, long watermark) {
    return posting.kind() == Posting.Kind.LATE
        || posting.kind() == Posting.Kind.ENTER && lateNow(posting.touch(), ledger, watermark);
  }

  private static boolean lateNow(Touch touch, Ledger ledger, long watermark) {
    return touch.customerId() != null
        && touch.act() != Act.PROPOSED
        && touch.at() < watermark
        && !ledger.holds(touch.eventId());
  }

  /** Posts to a ledger and says how that changes the campaigns' figures. */
  public List<Change> post(Posting posting, Ledger ledger) {
    if (posting.touch() != null) {
      names.add(posting.touch());
    }
    return switch (posting.kind()) {
      case ENTER, MOVE_IN -> Bookkeeping.enter(ledger, book, posting.touch().entry());
      case MOVE_OUT -> Bookkeeping.apply(ledger, book, l -> l.remove(posting.touch().eventId()));
      case PROFILE -> Bookkeeping.join(ledger, book, l -> l.assign(posting.profile()));
      case LATE -> throw new IllegalArgumentException("what is late is posted nowhere");
    };
  }

  /**
   * What a change of campaigns asks of every ledger.
   *
   * @param reprioritises whether a response to a campaign that was known before gives another
   *     priority by it
   */
  public record Revision(
      Set<String> named, CampaignBook old, CampaignBook revised, boolean reprioritises) {
    /** Whether an event in a ledger may have named one of the campaigns. */
    public boolean concerns(Ledger ledger) {
      return ledger.names(named);
    }

    /** Revises a ledger. */
    public List<Change> of(Ledger ledger) {
      return Bookkeeping.revise(ledger, old, revised);
    }
  }

  /** Takes new definitions; asks for a revision only if an event may have named one of them. */
  public Optional<Revision> define(
      List<CampaignTerms> defined, BroadcastState<String, CampaignTerms> campaigns)
      throws Exception {
    var revised = book;
    var changed = new LinkedHashMap<String, CampaignTerms>();
    defined.forEach(terms -> changed.put(terms.campaignId(), terms));
    changed.values().removeIf(terms -> terms.equals(revised.find(terms.campaignId())));
    var named = new HashSet<String>();
    for (var terms : changed.values()) {
      named.addAll(terms.names());
      named.addAll(revised.names(terms.campaignId()));
    }
    var reprioritises = changed.values().stream().anyMatch(this::reprioritises);
    var old = names.any(named) ? revised.copy() : null;
    campaigns.putAll(changed);
    changed.values().forEach(revised::put);
    return old == null
        ? Optional.empty()
        : Optional.of(new Revision(named, old, revised, reprioritises));
  }

  private boolean reprioritises(CampaignTerms terms) {
    var before = book.find(terms.campaignId());
    return before != null
        && (before.endsAt() != terms.endsAt() || before.priorityShare() != terms.priorityShare());
  }
}
