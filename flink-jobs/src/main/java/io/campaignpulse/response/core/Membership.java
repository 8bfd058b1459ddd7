package io.campaignpulse.response.core;

/**
 * The groups that a customer belongs to whatever campaigns come to them.
 *
 * @param segment null for none
 * @param tier null while it is not known
 */
public record Membership(String segment, String tier) {
  static final Membership NONE = new Membership(null, null);

  boolean none() {
    return equals(NONE);
  }
}
