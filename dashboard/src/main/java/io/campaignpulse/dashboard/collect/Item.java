package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing found in a request's body: what it says, or why it can't be read.
 *
 * @param index its place among the things of the body, from 0
 * @param line where it stands, from 1, if the body is read by lines
 */
record Item(int index, Integer line, JsonNode json, String unreadable) {
  static Item readable(int index, Integer line, JsonNode json) {
    return new Item(index, line, json, null);
  }

  static Item unreadable(int index, Integer line, String why) {
    return new Item(index, line, null, why);
  }
}
