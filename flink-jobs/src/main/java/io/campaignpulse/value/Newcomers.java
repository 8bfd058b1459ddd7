package io.campaignpulse.value;

import io.campaignpulse.identity.Posting;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/**
 * Passes on sales, and one posting of each customer known by an id, so that all are counted without
 * every event being sent. It remembers customers by their hashes, in a table that forgets: some
 * customers come by again, which changes nothing. After a restart all do.
 */
final class Newcomers extends RichFilterFunction<Posting> {
  private static final long serialVersionUID = 1L;
  private static final int PLACES = 1 << 18;

  private transient long[] seen;

  @Override
  public void open(OpenContext context) {
    seen = new long[PLACES];
    Arrays.fill(seen, Long.MIN_VALUE);
  }

  @Override
  public boolean filter(Posting posting) {
    if (posting.anonymous()) {
      return false;
    }
    return posting.sale() || isNew(posting.customer());
  }

  private boolean isNew(String customer) {
    long hash = hash(customer);
    int place = (int) (hash >>> 32) & PLACES - 1;
    var isNew = seen[place] != hash;
    seen[place] = hash;
    return isNew;
  }

  /** Of 64 bits, as two customers of one hash would be counted as one. */
  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash * 0x9E3779B97F4A7C15L;
  }
}
