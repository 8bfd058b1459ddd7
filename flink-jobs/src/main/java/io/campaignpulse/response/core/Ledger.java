package io.campaignpulse.response.core;

import io.campaignpulse.events.views.CustomerActivity.Response;
import io.campaignpulse.events.views.CustomerActivity.Unanswered;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything of one customer that can still change a figure: the set of their events, and what is
 * left of those too old to keep. The order in which events were entered leaves no trace.
 */
public final class Ledger {
  /** No timer will look at the ledger by itself. */
  public static final long UNPLANNED = Long.MAX_VALUE;

  private final Map<String, Settled> settled;
  private Page page;
  private Membership membership;
  private long reviewAt = UNPLANNED;

  /** What the customer is by all this; null while it must be worked out. */
  private Accounts accounts;

  public Ledger() {
    this(new Page(), new HashMap<>(2), Membership.NONE);
  }

  public Ledger(Page page, Map<String, Settled> settled, Membership membership) {
    this.page = page;
    this.settled = settled;
    this.membership = membership;
  }

  /**
   * A ledger with the same content. It takes over what this one has worked out, which can be worked
   * out again: of most copies only the newer ledger is ever asked.
   */
  public Ledger copy() {
    var copy = new Ledger(page.copy(), new HashMap<>(settled), membership);
    copy.reviewAt = reviewAt;
    copy.accounts = accounts;
    accounts = null;
    return copy;
  }

  /** The events as they are kept. */
  public Page page() {
    return page;
  }

  /** The events in order of time. */
  public List<Touch> touches() {
    return page.touches();
  }

  /** What is left of older events, by campaign. */
  public Map<String, Settled> settled() {
    return settled;
  }

  /** The groups that the customer belongs to. */
  public Membership membership() {
    return membership;
  }

  /** When a timer will see what can be forgotten, in epoch milliseconds of event time. */
  public long reviewAt() {
    return reviewAt;
  }

  public void reviewAt(long at) {
    reviewAt = at;
  }

  public boolean holds(String eventId) {
    return page.find(eventId) != null;
  }

  /** Whether any of it names a campaign by one of these ids, codes or numbers. */
  public boolean names(Set<String> names) {
    return touches().stream()
            .anyMatch(
                touch ->
                    names.contains(touch.campaignId())
                        || names.contains(touch.code())
                        || names.contains(touch.dialled()))
        || settled.keySet().stream().anyMatch(names::contains);
  }

  /**
   * Enters an event. Of repeats that differ the one with the lesser content stays, whichever came
   * first.
   *
   * @return whether the ledger changed
   */
  public boolean enter(Touch touch) {
    if (!takes(touch)) {
      return false;
    }
    remove(touch.eventId());
    page.add(touch);
    accounts = null;
    return true;
  }

  /** Whether entering an event would change the ledger. */
  boolean takes(Touch touch) {
    var known = page.find(touch.eventId());
    return known == null || known.content().compareTo(touch.content()) > 0;
  }

  /** Takes an event out again, because it turned out to be another customer's. */
  public boolean remove(String eventId) {
    return holds(eventId) && keep(touch -> !touch.eventId().equals(eventId));
  }

  private boolean keep(Predicate<Touch> kept) {
    var rest = new Page();
    touches().stream().filter(kept).forEach(rest::add);
    page = rest;
    accounts = null;
    return true;
  }

  /** Takes what the customer's record says; returns whether it is a change. */
  public boolean assign(Profile profile) {
    return join(new Membership(membership.tier(), profile));
  }

  /** Puts the customer into a tier; returns whether that is a change. */
  public boolean rank(String tier) {
    return join(new Membership(tier, membership.profile()));
  }

  private boolean join(Membership now) {
    var changed = !membership.equals(now);
    membership = now;
    return changed;
  }

  /** Forgets these events, of which this is left by campaign; no figure changes by it. */
  void settle(Set<String> forgotten, Map<String, Settled> left) {
    if (!forgotten.isEmpty()) {
      keep(touch -> !forgotten.contains(touch.eventId()));
    }
    settled.clear();
    settled.putAll(left);
    accounts = null;
  }

  /** What the customer is by all this. */
  Accounts accounts(CampaignBook book) {
    if (accounts == null || accounts.book() != book) {
      var nothing = page.size() == 0 && settled.isEmpty();
      accounts = nothing ? Accounts.none(book) : Statement.accounts(this, book);
    }
    return accounts;
  }

  /** Keeps what was just worked out. */
  void accounts(Accounts worked) {
    accounts = worked;
  }

  /** What was worked out by these campaigns; null for nothing. */
  public WorkedOut workedOut(CampaignBook book) {
    return accounts == null || accounts.book() != book ? null : accounts.workedOut();
  }

  /** Takes up what was worked out of the same content by these campaigns. */
  public void takeUp(WorkedOut worked, CampaignBook book) {
    accounts = Accounts.of(worked, book);
  }

  /** Enters an event that is not known yet and that the accounts hold already. */
  void enterAccounted(Touch touch) {
    page.add(touch);
  }

  /** The campaigns that the customer responded to, with the time of the first response. */
  public List<Response> responses(CampaignBook book) {
    return accounts(book).all().stream()
        .filter(account -> account.respondedAt() != Settled.NEVER)
        .map(
            account ->
                new Response(
                    account.terms().campaignId(),
                    account.respondedAt(),
                    account.terms().endsAt(),
                    account.terms().priorityShare()))
        .toList();
  }

  /**
   * The campaigns that contacted the customer, who has not responded, and run at the time of the
   * last event still.
   */
  public List<Unanswered> unanswered(CampaignBook book) {
    long at = page.lastAt();
    return accounts(book).all().stream()
        .filter(account -> account.contacted() && account.respondedAt() == Settled.NEVER)
        .map(Account::terms)
        .filter(terms -> terms.endsAt() >= at)
        .map(terms -> new Unanswered(terms.campaignId(), terms.endsAt()))
        .toList();
  }

  public boolean empty() {
    return page.size() == 0 && settled.isEmpty() && membership.none();
  }
}
