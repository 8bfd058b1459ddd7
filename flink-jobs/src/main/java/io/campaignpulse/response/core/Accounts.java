package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer is by now in each campaign that concerns them: all that the usual next event
 * needs to know of the earlier ones.
 */
final class Accounts {
  private final CampaignBook book;
  private final Credit.Rule rule;
  private final List<Account> accounts;
  private long quietAfter;

  /**
   * @param quietAfter when the last interaction was that names no campaign, in epoch milliseconds;
   *     {@link Long#MIN_VALUE} without any
   */
  Accounts(CampaignBook book, Credit.Rule rule, List<Account> accounts, long quietAfter) {
    this.book = book;
    this.rule = rule;
    this.accounts = accounts;
    this.quietAfter = quietAfter;
  }

  /** The accounts of a customer of whom nothing is known. */
  static Accounts none(CampaignBook book) {
    return new Accounts(book, new Credit.Rule(book, List.of()), new ArrayList<>(2), Long.MIN_VALUE);
  }

  CampaignBook book() {
    return book;
  }

  Credit.Rule rule() {
    return rule;
  }

  List<Account> all() {
    return accounts;
  }

  /** The account with a campaign, opened if there is none yet. */
  Account of(CampaignTerms terms) {
    for (int i = 0; i < accounts.size(); i++) {
      if (accounts.get(i).terms() == terms) {
        return accounts.get(i);
      }
    }
    var opened = new Account(terms, null);
    accounts.add(opened);
    return opened;
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
