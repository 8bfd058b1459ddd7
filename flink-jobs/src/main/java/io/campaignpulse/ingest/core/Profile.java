package io.campaignpulse.ingest.core;

import java.util.List;

/**
 * What a customer's record says of them.
 *
 * @param segment null for none
 * @param language null where it is not known
 * @param birthday the month times a hundred plus the day; 0 where it is not known
 * @param marketingOptOut whether they want no offers
 * @param doNotCall whether they want not to be called
 */
public record Profile(
    String segment,
    String language,
    List<String> tags,
    int birthday,
    boolean marketingOptOut,
    boolean doNotCall) {
  public static final Profile NONE = of(null, null);

  /** Of a customer of whom no more is told. */
  public static Profile of(String segment, String language) {
    return new Profile(segment, language, List.of(), 0, false, false);
  }
}
