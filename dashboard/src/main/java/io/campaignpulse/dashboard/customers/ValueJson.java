package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/** Writes what a customer is worth: weeks, money as text, null for what is not known. */
final class ValueJson {
  private static final double DAYS_A_WEEK = 7;

  private final int digits;

  ValueJson(Currency currency) {
    this.digits = Math.max(0, currency.getDefaultFractionDigits());
  }

  /**
   * @param value null for a customer who never bought
   * @param ranks null while they are not known
   */
  ObjectNode write(CustomerValue value, ValueRanks ranks) {
    var json = JsonNodeFactory.instance.objectNode();
    var bought = value != null && value.purchaseDays() > 0;
    json.put("asOf", value == null ? null : LocalDate.ofEpochDay(value.asOfDay()).toString());
    json.put("purchaseDays", bought ? value.purchaseDays() : 0);
    json.put("repeatPurchases", bought ? value.purchaseDays() - 1 : 0);
    json.put("recencyWeeks", bought ? value.recencyDays() / DAYS_A_WEEK : null);
    json.put("ageWeeks", bought ? value.ageDays() / DAYS_A_WEEK : null);
    json.put("spend", bought ? minor(value.spendMinor(), 1) : minor(0, 1));
    json.put("meanSpend", bought && value.purchaseDays() > 1 ? meanSpend(value) : null);
    json.put("expectedPurchases", bought ? value.expectedPurchases() : null);
    json.put("expectedSpend", bought ? major(value.expectedSpend()) : null);
    json.put("probabilityAlive", bought ? value.probabilityAlive() : null);
    json.put("percentile", percentile(bought ? value.worth() : 0, ranks));
    return json;
  }

  private String meanSpend(CustomerValue value) {
    return minor(value.repeatSpendMinor(), value.purchaseDays() - 1);
  }

  private static Double percentile(double worth, ValueRanks ranks) {
    if (ranks == null) {
      return null;
    }
    return worth > 0 ? ranks.percentile(worth) : 0;
  }

  private String minor(long amount, int among) {
    return BigDecimal.valueOf(amount, digits)
        .divide(BigDecimal.valueOf(among), digits, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private String major(Double amount) {
    return amount == null
        ? null
        : BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
