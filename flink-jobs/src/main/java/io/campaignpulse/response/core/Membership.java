package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Profile;

/**
 * What is true of a customer whatever campaigns come to them.
 *
 * @param tier null while it is not known
 */
public record Membership(String tier, Profile profile) {
  static final Membership NONE = new Membership(null, Profile.NONE);

  /** Null for none. */
  String segment() {
    return profile.segment();
  }

  boolean none() {
    return equals(NONE);
  }
}
