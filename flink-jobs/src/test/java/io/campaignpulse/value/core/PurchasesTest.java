package io.campaignpulse.value.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.ingest.core.UnreadablePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PurchasesTest {
  private final Purchases purchases = new Purchases();

  @Test
  void countPurchasesOfOneDayAsOne() {
    purchases.enter(order("e1", 10 * DAY + 1, "o1", 500));
    purchases.enter(order("e2", 10 * DAY + 2, "o2", 700));
    purchases.enter(order("e3", 17 * DAY, "o3", 900));
    assertThat(purchases.observed(24)).contains(new Observed(24, 2, 7, 14, 2100, 900));
  }

  @Test
  void doNotCountADayOfWhichAllWasBroughtBack() {
    purchases.enter(order("e1", 10 * DAY, "o1", 500));
    purchases.enter(order("e2", 12 * DAY, "o2", 700));
    purchases.enter(refund("e3", 13 * DAY, "o1", 500));
    assertThat(purchases.observed(12)).contains(new Observed(12, 2, 2, 2, 1200, 700));
    assertThat(purchases.observed(13)).contains(new Observed(13, 1, 0, 1, 700, 0));
  }

  @Test
  void countADayOfAnOrderThatCostNothing() {
    purchases.enter(order("e1", 10 * DAY, "o1", 0));
    assertThat(purchases.observed(10)).contains(new Observed(10, 1, 0, 0, 0, 0));
  }

  private static Touch sale(String orderId, String... categories) {
    var items = new ArrayList<Trade.Item>();
    for (var category : categories) {
      items.add(new Trade.Item("product" + items.size(), category, 1));
    }
    return order("e1", 10 * DAY, orderId, 500).with(new Trade(items, null, null));
  }

  private static Touch inKitchens(Touch told) {
    var items =
        told.trade().items().stream()
            .map(
                item ->
                    item.category() == null
                        ? new Trade.Item(item.productId(), "Kitchen", item.quantity())
                        : item)
            .toList();
    return told.with(new Trade(items, null, null));
  }

  @Test
  void lookUpACategoryOnceAndTakeARepeatForOne() {
    assertThat(purchases.enter(sale("o1", null, "B"), sale -> sale)).isTrue();
    assertThat(purchases.enter(sale("o1", null, "B"), PurchasesTest::inKitchens)).isFalse();
    assertThat(purchases.order("o1").items().get(0).category()).isNull();
    assertThat(purchases.enter(sale("o0", null, "B"), PurchasesTest::inKitchens)).isTrue();
    assertThat(purchases.order("o0").items().get(0).category()).isEqualTo("Kitchen");
    assertThat(purchases.enter(sale("o1", "A", "B"), sale -> sale)).isFalse();
  }

  @Test
  void areTheSameWhateverCategoriesRepeatsSayFirst() {
    var repeats = List.of(sale("o", "B", null), sale("o", null, "C"), sale("o", "A", "z"));
    for (var order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0))) {
      var any = new Purchases();
      order.forEach(place -> any.enter(repeats.get(place)));
      assertThat(any.page().touches().get(0).trade().items())
          .extracting(Trade.Item::category)
          .containsExactly("A", "C");
    }
  }

  @Test
  void rememberTheDaysOfWhatTheyForget() {
    purchases.enter(order("e1", 10 * DAY, "o1", 500));
    purchases.enter(order("e2", 12 * DAY, "o2", 700));
    purchases.forget(11 * DAY);
    assertThat(purchases.holds("e1")).isFalse();
    assertThat(purchases.oldest()).contains(12 * DAY);
    assertThat(purchases.lastDay()).contains(12L);
    assertThat(purchases.observed(12)).contains(new Observed(12, 2, 2, 2, 1200, 700));
    purchases.forget(13 * DAY);
    assertThat(purchases.page().touches()).isEmpty();
    assertThat(purchases.lastDay()).contains(12L);
  }

  /** However many there are: a sale is valued at once, and a guest account has thousands. */
  @Test
  void areValuedWithoutReadingOrdersThatNothingElseHappenedTo() throws IOException {
    int many = 500;
    var orders = new ArrayList<Touch>();
    for (int i = 0; i < many; i++) {
      orders.add(order("e" + i, (10 + i) * DAY, "o" + i, 2));
    }
    var unreadable = new Purchases(UnreadablePage.of(orders), new TreeMap<>(), new TreeMap<>());
    assertThatThrownBy(unreadable::goods).isInstanceOf(RuntimeException.class);

    unreadable.enter(order("more", 9 * DAY, "more", 3));
    unreadable.enter(refund("back", 9 * DAY + 1, "more", 1));

    long last = 10 + many - 1;
    assertThat(unreadable.lastDay()).contains(last);
    assertThat(unreadable.observed(last))
        .contains(new Observed(last, many + 1, many, many, 2 * many + 2, 2 * many));
  }
}
