package io.campaignpulse.response.core;

import java.util.List;

/** Changes of many customers, added up so that one change a campaign says what they all said. */
public interface Combined {
  void add(Change change);

  /** How much is kept, in tallies and entries. */
  int size();

  /** The sum of all changes added since this was last asked, by campaign. */
  List<ShareChange> take();
}
