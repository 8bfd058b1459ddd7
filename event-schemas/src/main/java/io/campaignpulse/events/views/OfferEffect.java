package io.campaignpulse.events.views;

/**
 * What offers do, by intention to treat: all customers from their first chance of an offer on, for
 * the days of the policy, whether or not they got one then, against those who never get one.
 */
public record OfferEffect(Group offered, Group silent) {
  public static final OfferEffect NONE = new OfferEffect(Group.NONE, Group.NONE);

  /**
   * One side of the comparison.
   *
   * @param customers who had a chance
   * @param buyers of them who ordered within the days
   * @param spend what they spent within the days, in minor units
   * @param spendSquared the sum over customers of the square of that
   */
  public record Group(long customers, long buyers, long spend, double spendSquared) {
    public static final Group NONE = new Group(0, 0, 0, 0);

    public Group plus(Group more) {
      return new Group(
          customers + more.customers,
          buyers + more.buyers,
          spend + more.spend,
          spendSquared + more.spendSquared);
    }

    public Group minus(Group less) {
      return new Group(
          customers - less.customers,
          buyers - less.buyers,
          spend - less.spend,
          spendSquared - less.spendSquared);
    }
  }

  public OfferEffect plus(OfferEffect more) {
    return new OfferEffect(offered.plus(more.offered), silent.plus(more.silent));
  }
}
