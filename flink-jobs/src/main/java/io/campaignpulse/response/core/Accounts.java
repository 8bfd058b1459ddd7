package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a customer is by now in each campaign that concerns them: all that the usual next event
 * needs to know of the earlier ones. Beside the accounts stands, close together, what tells which
 * of them an event concerns: most concern one or none, however many there are.
 */
final class Accounts {
  private static final int FEW = 2;

  private final CampaignBook book;
  private final Credit.Rule rule;
  private Account[] accounts;
  private CampaignTerms[] campaigns;

  /** For each account when the customer was assigned; {@link Settled#NEVER} without a contact. */
  private long[] assignedAt;

  /** The same, once the customer has reacted {@link Settled#NEVER}: only purchases count then. */
  private long[] unmovedSince;

  private int size;
  private long quietAfter;

  /**
   * @param quietAfter when the last interaction was that names no campaign, in epoch milliseconds;
   *     {@link Long#MIN_VALUE} without any
   */
  Accounts(CampaignBook book, Credit.Rule rule, List<Account> accounts, long quietAfter) {
    this.book = book;
    this.rule = rule;
    this.quietAfter = quietAfter;
    int most = Math.max(FEW, accounts.size());
    this.accounts = new Account[most];
    this.campaigns = new CampaignTerms[most];
    this.assignedAt = new long[most];
    this.unmovedSince = new long[most];
    accounts.forEach(this::open);
  }

  private void grow() {
    int most = size + FEW + size / 2;
    accounts = Arrays.copyOf(accounts, most);
    campaigns = Arrays.copyOf(campaigns, most);
    assignedAt = Arrays.copyOf(assignedAt, most);
    unmovedSince = Arrays.copyOf(unmovedSince, most);
  }

  /** The accounts of a customer of whom nothing is known. */
  static Accounts none(CampaignBook book) {
    return new Accounts(book, new Credit.Rule(book, List.of()), List.of(), Long.MIN_VALUE);
  }

  /** The accounts that these were, by the same campaigns; what they had added goes on in them. */
  static Accounts of(WorkedOut worked, CampaignBook book) {
    var accounts = new ArrayList<Account>(worked.standings().size());
    for (var standing : worked.standings()) {
      var was = standing.settled();
      accounts.add(new Account(book.find(standing.campaignId()), was, was.additive()));
    }
    return new Accounts(
        book, Credit.Rule.of(worked.creditable(), book), accounts, worked.quietAfter());
  }

  /** All of them, as they can be kept. */
  WorkedOut workedOut() {
    var standings = new ArrayList<WorkedOut.Standing>(size);
    for (int place = 0; place < size; place++) {
      var account = accounts[place];
      standings.add(
          new WorkedOut.Standing(
              account.terms().campaignId(), account.settled(account.passAlong())));
    }
    return new WorkedOut(standings, rule.creditable(), quietAfter);
  }

  CampaignBook book() {
    return book;
  }

  Credit.Rule rule() {
    return rule;
  }

  /** All accounts, to be read. */
  List<Account> all() {
    return Arrays.asList(accounts).subList(0, size);
  }

  int size() {
    return size;
  }

  Account get(int place) {
    return accounts[place];
  }

  /** Whether an interaction after assignment could change an account. */
  boolean concerns(int place, Touch interaction) {
    var since = interaction.kind() == Touch.Kind.ORDER ? assignedAt : unmovedSince;
    return campaigns[place].within(since[place], interaction.at());
  }

  /** Whether a return after assignment changes an account. */
  boolean concerns(int place, Touch order, Touch refund) {
    return campaigns[place].within(assignedAt[place], order, refund);
  }

  /** The account with a campaign, opened if there is none yet. */
  Account of(CampaignTerms terms) {
    int place = place(terms);
    return place < size ? accounts[place] : open(new Account(terms, null));
  }

  private int place(CampaignTerms terms) {
    int place = 0;
    while (place < size && campaigns[place] != terms) {
      place++;
    }
    return place;
  }

  private Account open(Account account) {
    if (size == accounts.length) {
      grow();
    }
    accounts[size] = account;
    campaigns[size] = account.terms();
    note(size++);
    return account;
  }

  /** Takes note that an account is no longer what it was. */
  void changed(Account account) {
    note(place(account.terms()));
  }

  private void note(int place) {
    var account = accounts[place];
    assignedAt[place] = account.first() == null ? NEVER : account.first().at();
    unmovedSince[place] = account.reacted() ? NEVER : assignedAt[place];
  }

  /** The account with a campaign; null for a campaign that is not defined. */
  Account of(String campaignId) {
    var terms = book.find(campaignId);
    return terms == null ? null : of(terms);
  }

  /** Whether no interaction at this time or later is credited by the contacts before it. */
  boolean quietFrom(long at) {
    return quietAfter < at;
  }

  /** Takes note of an interaction that names no campaign. */
  void acted(Touch interaction) {
    quietAfter = Math.max(quietAfter, interaction.at());
  }
}
