package io.campaignpulse.dashboard.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.events.views.Opportunity;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpportunityListTest {
  private static final String NAME = "TOP_WITHOUT_PURCHASE";

  /** Who is behind what could be sold. */
  private interface Store extends OfferStore {
    @Override
    default Standing standing() {
      throw new AssertionError("not asked");
    }

    @Override
    default List<Opportunity> opportunities() {
      return List.of(
          new Opportunity(
              NAME, Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 3, 0, 1, List.of()));
    }
  }

  private static Behind behind(String customer, double worth) {
    return new Behind(customer, worth, Consent.TO_ALL);
  }

  private static List<String> lines(OpportunityList list) {
    return list.csv(NAME).orElseThrow().lines().skip(1).toList();
  }

  @Test
  void listsThoseWhoAreWorthMostWhereThereAreTooMany() {
    Store store =
        (name, each) ->
            List.of(behind("a", 1), behind("b", 3), behind("c", 2), behind("d", 0)).forEach(each);
    assertThat(lines(new OpportunityList(store, 2)))
        .containsExactly("b,3.00,false", "c,2.00,false");
  }

  @Test
  void listsOnceWhoIsFoundTwice() {
    Store store =
        (name, each) -> List.of(behind("a", 1), behind("a", 1), behind("a", 2)).forEach(each);
    assertThat(lines(new OpportunityList(store))).containsExactly("a,2.00,false");
  }

  @Test
  void keepsAnIdInOneCellWhateverASpreadsheetSeparatesBy() {
    Store store =
        (name, each) ->
            List.of(behind("x;=1+A1", 3), behind("x\t=1", 2), behind("x y", 1)).forEach(each);
    assertThat(lines(new OpportunityList(store)))
        .containsExactly("\"x;=1+A1\",3.00,false", "\"x\t=1\",2.00,false", "x y,1.00,false");
  }

  /** The first one asks for a second while it is made. */
  private static final class Impatient implements Store {
    private final OpportunityList list = new OpportunityList(this);

    @Override
    public void behind(String opportunity, Consumer<Behind> each) {
      assertThatThrownBy(() -> list.csv(NAME)).isInstanceOf(BusyException.class);
      each.accept(OpportunityListTest.behind("a", 1));
    }
  }

  @Test
  void makesOneListAtATime() {
    var list = new Impatient().list;
    assertThat(lines(list)).containsExactly("a,1.00,false");
    assertThat(lines(list)).hasSize(1);
  }
}
