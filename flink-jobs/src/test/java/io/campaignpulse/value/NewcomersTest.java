package io.campaignpulse.value;

import static io.campaignpulse.response.core.Fixtures.asking;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.identity.Posting;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewcomersTest {
  private final Newcomers newcomers = new Newcomers();

  @BeforeEach
  void open() {
    newcomers.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void passOnEverySaleAndOneOtherPostingOfACustomer() {
    var sale = Posting.enter("anna", order("e", 0, "o", 1));
    assertThat(newcomers.filter(sale)).isTrue();
    assertThat(newcomers.filter(sale)).isTrue();
    var visit = Posting.enter("anna", visit("v", 0));
    assertThat(newcomers.filter(visit)).isTrue();
    assertThat(newcomers.filter(visit)).isFalse();
    assertThat(newcomers.filter(Posting.segment("bert", "families"))).isTrue();
  }

  @Test
  void missNobody() {
    var passed =
        IntStream.range(0, 500_000)
            .filter(number -> newcomers.filter(Posting.segment("C" + number, null)))
            .count();
    assertThat(passed).isEqualTo(500_000);
  }

  @Test
  void passOverWhoIsKnownByNothingButAnIdentity() {
    var phone = List.of("phone:+4930901820");
    var sale = asking(order("e", 0, "o", 1), phone);
    assertThat(newcomers.filter(Posting.enter(phone.get(0), sale))).isFalse();
    assertThat(newcomers.filter(Posting.moveOut(phone.get(0), sale))).isFalse();
    assertThat(newcomers.filter(Posting.moveIn("anna", sale))).isTrue();
  }
}
