package io.campaignpulse.events.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is bought together: what is served of the baskets of all customers. */
public final class Affinity {
  private Affinity() {}

  /** What baskets are looked at as sets of. */
  public enum Kind {
    PRODUCT,
    CATEGORY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Over all baskets. A basket is the set of what one order holds and no return took back.
   *
   * @param baskets ever
   * @param recent baskets of the last days
   * @param recentDays how many days that are, the day of now among them
   * @param missing how many baskets a pair may have at most beside those that it is told to have: 0
   *     where all is exact, more once so many pairs came up that the rarest were forgotten
   * @param asOf epoch milliseconds of processing time
   */
  public record Total(long baskets, long recent, int recentDays, long missing, long asOf) {
    public static final Total NONE = new Total(0, 0, 0, 0, 0);
  }

  /** In how many baskets something was, ever and in the last days. */
  public record Count(long baskets, long recent) {
    public static final Count NONE = new Count(0, 0);
  }

  /** In how many baskets an item was together with another. */
  public record Partner(String item, long baskets, long recent) {}

  /**
   * What was in baskets together with an item; stored by columns, as names of columns at each
   * partner would be most of it.
   *
   * @param partners those it was together with most often, most often first
   * @param inAll how many there are, of whom these may be a part
   */
  public record Partners(String item, List<Partner> partners, int inAll) {
    /**
     * @param inAll null where these are all
     */
    private record Columns(
        String item,
        List<String> with,
        long[] baskets,
        long[] recent,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer inAll) {}

    /** All that there are. */
    public Partners(String item, List<Partner> partners) {
      this(item, partners, partners.size());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Partners of(Columns stored) {
      var partners = new ArrayList<Partner>();
      for (int i = 0; stored.with != null && i < stored.with.size(); i++) {
        partners.add(new Partner(stored.with.get(i), stored.baskets[i], stored.recent[i]));
      }
      int inAll = stored.inAll == null ? partners.size() : stored.inAll;
      return new Partners(stored.item, partners, inAll);
    }

    @JsonValue
    Columns columns() {
      return new Columns(
          item,
          partners.stream().map(Partner::item).toList(),
          partners.stream().mapToLong(Partner::baskets).toArray(),
          partners.stream().mapToLong(Partner::recent).toArray(),
          inAll == partners.size() ? null : Integer.valueOf(inAll));
    }
  }

  /** Two items, and in how many baskets both were. */
  public record Pair(String one, String other, long baskets, long recent) {}

  /** The pairs of the greatest lift among those that came up often enough not to be chance. */
  public record Strongest(List<Pair> pairs) {}
}
