package io.campaignpulse.response.core;

import java.util.List;

/** Changes of many customers, added up so that one change a campaign says what they all said. */
public interface Combined {
  void add(Change change);

  /** How much is kept, in tallies and entries. */
  int size();

  /**
   * The sums of the campaigns that changed first, each of all changes added since it was last
   * taken.
   *
   * @param most of how many campaigns
   */
  List<ShareChange> take(int most);
}
