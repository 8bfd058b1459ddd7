package io.campaignpulse.customer;

import static io.campaignpulse.customer.OneOfferCase.buys;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.BasketCount;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerProductsTest {
  private static final long AT = 1_700_000_000_000L;

  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void belongsTo(String product, String category) throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId(product).setName(product).setCategory(category).build());
  }

  private Set<String> categoriesOfABasketOf(String product) throws Exception {
    int before = harness.<BasketCount>side(Outputs.BASKETS).size();
    harness.enter("c1", buys("o-" + product, AT, 100, null, product));
    var counts = harness.<BasketCount>side(Outputs.BASKETS);
    assertThat(counts).hasSize(before + 1);
    return Set.copyOf(counts.get(before).basket().categories());
  }

  @Test
  void aCategoryThatIsLearnedLaterChangesNoCountThoughTheSaleIsToldAgain() throws Exception {
    assertThat(categoriesOfABasketOf("toaster")).isEmpty();
    belongsTo("toaster", "Kitchen");
    harness.enter("c1", buys("o-toaster", AT, 100, null, "toaster"));
    assertThat(harness.<BasketCount>side(Outputs.BASKETS)).hasSize(1);
  }

  @Test
  void theCategoriesOfProductsAreKnownAfterARestart() throws Exception {
    belongsTo("toaster", "Kitchen");
    belongsTo("rake", "Garden");
    belongsTo("rake", "Tools");
    belongsTo("lamp", "Light");
    belongsTo("lamp", null);
    harness.restart();
    assertThat(categoriesOfABasketOf("toaster")).containsExactly("Kitchen");
    assertThat(categoriesOfABasketOf("rake")).containsExactly("Tools");
    assertThat(categoriesOfABasketOf("lamp")).isEmpty();
  }
}
