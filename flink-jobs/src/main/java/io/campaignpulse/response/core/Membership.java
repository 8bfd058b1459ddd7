package io.campaignpulse.response.core;

/**
 * What is true of a customer whatever campaigns come to them.
 *
 * @param segment null for none
 * @param tier null while it is not known
 * @param language null while it is not known
 */
public record Membership(String segment, String tier, String language) {
  static final Membership NONE = new Membership(null, null, null);

  boolean none() {
    return equals(NONE);
  }
}
