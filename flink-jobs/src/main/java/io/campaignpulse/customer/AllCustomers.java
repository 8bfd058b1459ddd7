package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.ValuePasses;
import io.campaignpulse.value.Valued;
import java.util.function.BiPredicate;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.KeyedStateFunction;

/** All customers of a subtask. */
final class AllCustomers implements ValuePasses.Customers {
  private static final long NOT_COUNTED = -1;

  private final Books books;
  private final Reach<Change> reach;

  /** The way to all keys that there are, while a notice is heard. */
  private CustomerFunction.Context context;

  /** How many are known by an id; counted once after each start, as none ever goes. */
  private long known = NOT_COUNTED;

  AllCustomers(Books books, Reach<Change> reach) {
    this.books = books;
    this.reach = reach;
  }

  /** A notice is about to be heard. */
  void hearing(CustomerFunction.Context context) {
    this.context = context;
  }

  /** Somebody is new. */
  void isNew(String customer) {
    if (known != NOT_COUNTED && !Identities.namesNobody(customer)) {
      known++;
    }
  }

  @Override
  public long known() throws Exception {
    if (known == NOT_COUNTED) {
      known = 0;
      keys(Books.LEDGER, (customer, kept) -> known += Identities.namesNobody(customer) ? 0 : 1);
    }
    return known;
  }

  /** Sees a customer and their ledger. */
  interface Ledgers {
    void see(String customer, Ledger ledger) throws Exception;
  }

  /** Each as it is at hand, for what it has worked out goes by the campaigns of before. */
  void ledgers(Ledgers each) throws Exception {
    keys(Books.LEDGER, (customer, kept) -> each.see(customer, books.ledger()));
  }

  private <T> void keys(
      StateDescriptor<ValueState<T>, T> state, KeyedStateFunction<String, ValueState<T>> each)
      throws Exception {
    context.applyToKeyedState(state, each);
  }

  @Override
  public void each(BiPredicate<String, Valued> changed) throws Exception {
    keys(
        Books.VALUED,
        (customer, kept) -> {
          if (!Identities.namesNobody(customer)) {
            see(customer, changed);
          }
        });
  }

  @Override
  public void each(Iterable<String> whom, BiPredicate<String, Valued> changed) throws Exception {
    for (var customer : whom) {
      reach.turnTo(customer);
      see(customer, changed);
    }
  }

  private void see(String customer, BiPredicate<String, Valued> changed) throws Exception {
    var valued = books.valued();
    if (changed.test(customer, valued)) {
      books.save(customer, valued);
    }
  }
}
