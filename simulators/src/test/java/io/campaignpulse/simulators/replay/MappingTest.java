package io.campaignpulse.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  private static final String SALES =
      """
      timeZone: Europe/Berlin
      missing: [n/a]
      sources:
        - file: sales.csv
          type: Sale
          delimiter: ";"
          where: {status: {not: void}}
          group: [order]
          fields:
            eventId: "order-{order}"
            occurredAt: "{when | time 'd.M.yyyy HH:mm'}"
            customer: {customerId: "{who | default nobody}", email: "{mail}"}
            orderId: "{order}"
            kind: ORDER
            amount: "{price | times quantity | money | sum}"
            channel: "{shop | lookup shops.csv shop channel | default STORE | upper}"
            lines:
              eachRow:
                productId: "{product}"
                quantity: "{quantity | atLeast 1}"
                unitPrice: "{price}"
      """;
  private static final String HEADER = "order;when;who;mail;product;quantity;price;shop;status\n";

  @TempDir Path directory;

  private ReplayPlan plan(String mapping, String sales) throws IOException {
    Files.writeString(directory.resolve("m.yaml"), mapping);
    Files.writeString(directory.resolve("sales.csv"), sales);
    Files.writeString(directory.resolve("shops.csv"), "shop,channel\n1,web\n");
    return ReplayPlan.of(directory.resolve("m.yaml"), List.of(), Currency.getInstance("EUR"));
  }

  @Test
  void joinsRowsIntoOneSale() throws IOException {
    var plan =
        plan(
            SALES,
            HEADER
                + "7;2.3.2026 09:30;n/a;A@B.example;p1;2;1.505;1;ok\n"
                + "8;1.3.2026 09:30;C8;;p1;1;1.00;2;ok\n"
                + "7;2.3.2026 09:30;n/a;;p2;0;4;1;ok\n"
                + "7;2.3.2026 09:30;n/a;;p3;1;4;1;void\n");
    assertThat(plan.events()).hasSize(2);
    var sale = (Sale) plan.events().get(1);
    assertThat(sale.getEventId()).isEqualTo("order-7");
    assertThat(sale.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
    assertThat(sale.getCustomer().getCustomerId()).isEqualTo("nobody");
    assertThat(sale.getCustomer().getEmail()).isEqualTo("a@b.example");
    assertThat(sale.getKind()).isEqualTo(SaleKind.ORDER);
    assertThat(sale.getAmount()).isEqualByComparingTo("3.01");
    assertThat(sale.getChannel()).isEqualTo("WEB");
    assertThat(sale.getLines()).extracting("productId").containsExactly("p1", "p2");
    assertThat(sale.getLines()).extracting("quantity").containsExactly(2L, 1L);
    assertThat(sale.getLines().get(0).getUnitPrice()).isEqualByComparingTo(new BigDecimal("1.505"));
    assertThat(((Sale) plan.events().get(0)).getChannel()).isEqualTo("STORE");
  }

  @Test
  void namesFileLineAndColumnOfWhatItCannotRead() {
    var bad = HEADER + "7;2.3.2026 09:30;C1;;p1;2;1.50;1;ok\n8;31.2.;C1;;p1;2;x;1;ok\n";
    assertThatThrownBy(() -> plan(SALES, bad))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("1 of the rows can't be read")
        .hasMessageContaining("sales.csv line 3, column when: Text '31.2.'");
  }

  @Test
  void namesTheRowOfAGroupThatIsAtFault() {
    var bad = HEADER + "7;2.3.2026 09:30;C1;;p1;2;1.50;1;ok\n7;2.3.2026 09:30;C1;;;2;1;1;ok\n";
    assertThatThrownBy(() -> plan(SALES, bad))
        .hasMessageContaining("sales.csv line 3, column product: the field lines[1].productId");
  }

  @Test
  void leavesBadRowsOutWhenTheMappingSaysSo() throws IOException {
    var plan =
        plan(
            SALES + "onBadRow: skip\n",
            HEADER
                + "7;2.3.2026 09:30;C1;;p1;2;1.50;1;ok\n"
                + "8;2.3.2026 09:30;C1;;p1;2;abc;1;ok\n");
    assertThat(plan.events()).hasSize(1);
    assertThat(plan.skipped())
        .containsExactly("sales.csv line 3, column price: \"abc\" is not a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orderId: | orderNo: | Sale has no field \"orderNo\"; it has eventId",
        "{order} | {ordre} | names the column \"ordre\"; the file has order, when",
        "atLeast 1 | atmost 1 | there is no function \"atmost\"",
        "type: Sale | type: Sales | \"Sales\" is none of CampaignContact, Call",
        "group: | groups: | unknown groups; a source has delimiter",
        "shops.csv | shop.csv | reads shop.csv, which is neither among the files given nor in",
        "{mail} | {mail | has an unmatched brace",
        "{not: void} | {isnt: void} | where knows not",
        "sources: | quellen: | unknown quellen",
        "timeZone: | \"timeZone: | malformed YAML in line"
      })
  void saysWhatIsWrongWithAMapping(String from, String to, String message) {
    assertThat(SALES).contains(from);
    assertThatThrownBy(() -> plan(SALES.replace(from, to), HEADER))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSingleFileMayBearAnyName() throws IOException {
    var other = directory.resolve("export-2026.csv");
    Files.writeString(other, "who,at\nC1,2026-03-01T10:00:00+01:00\n");
    Files.writeString(
        directory.resolve("m.yaml"),
        """
        sources:
          - file: visits.csv
            type: WebVisit
            fields:
              {occurredAt: "{at | time}", customer: {customerId: "{who}"}, visitId: x, action: LOGIN}
        """);
    var usd = Currency.getInstance("USD");
    var plan = ReplayPlan.of(directory.resolve("m.yaml"), List.of(other), usd);
    assertThat(plan.at(0)).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
  }

  @Test
  void knowsItsBundledDataSets() {
    assertThatThrownBy(() -> ReplayPlan.bundled("nothing", Currency.getInstance("USD")))
        .hasMessage("there is no data set \"nothing\"; there is complete-journey");
  }
}
