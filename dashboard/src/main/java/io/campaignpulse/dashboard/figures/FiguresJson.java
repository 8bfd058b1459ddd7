package io.campaignpulse.dashboard.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Rates;
import io.campaignpulse.events.views.Tally;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes figures as viewers and scripts read them: counts, money as text, null for what is not. */
public final class FiguresJson {
  private static final List<Figure> PLAIN =
      List.of(
          Figure.BOUNCED,
          Figure.OPENED,
          Figure.CLICKED,
          Figure.UNSUBSCRIBED,
          Figure.CALLS,
          Figure.VISITS,
          Figure.ORDERS,
          Figure.OTHER,
          Figure.CONVERTERS);

  private final Currency currency;

  public FiguresJson(Currency currency) {
    this.currency = currency;
  }

  /** A campaign's totals; the campaign is null while it is not defined, and then costs nothing. */
  public ObjectNode totals(Tally tally, Campaign campaign) {
    var audience = campaign == null ? null : campaign.getAudienceSize();
    var json = write(tally, audience, Rates.contacted(tally, audience));
    if (campaign != null) {
      var perContact = campaign.getCostPerContact();
      costs(
          json, tally, audience, Rates.cost(tally, audience, perContact, campaign.getFixedCost()));
    }
    return json;
  }

  /**
   * A part of a campaign, such as a channel or a minute. It costs what its contacts do: fixed costs
   * and those of an audience belong to no part.
   */
  public ObjectNode part(Tally tally, Campaign campaign) {
    var audience = campaign == null ? null : campaign.getAudienceSize();
    var json = write(tally, audience, tally.get(Figure.CONTACTED));
    var perContact = campaign == null ? null : campaign.getCostPerContact();
    if (perContact != null && audience == null) {
      costs(json, tally, null, Rates.cost(tally, null, perContact, null));
    }
    return json;
  }

  private ObjectNode write(Tally tally, Long audience, long contacted) {
    var broadcast = audience != null;
    var passAlong = tally.get(Figure.PASS_ALONG_RESPONDERS);
    var responders = Rates.responders(tally, audience);
    var revenue = Money.fromMinor(tally.get(Figure.REVENUE), currency);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("contacts", tally.get(Figure.CONTACTS)).put("contacted", contacted);
    PLAIN.forEach(figure -> json.put(figure.jsonName(), tally.get(figure)));
    json.put("responders", responders);
    json.put("directResponders", tally.get(Figure.DIRECT_RESPONDERS) + (broadcast ? passAlong : 0));
    json.put("passAlongResponders", broadcast ? 0 : passAlong);
    json.set("responseRate", number(Rates.share(responders, contacted)));
    var converters = tally.get(broadcast ? Figure.CONVERTERS : Figure.CONTACTED_CONVERTERS);
    json.set("conversionRate", number(Rates.share(converters, contacted)));
    json.put("revenue", text(revenue));
    json.set("revenuePerContact", money(Rates.perHead(revenue, contacted)));
    json.putNull("cost").putNull("costPerResponse").putNull("roi");
    return json;
  }

  private void costs(ObjectNode json, Tally tally, Long audience, BigDecimal cost) {
    var revenue = Money.fromMinor(tally.get(Figure.REVENUE), currency);
    json.put("cost", text(cost));
    json.set("costPerResponse", money(Rates.perHead(cost, Rates.responders(tally, audience))));
    json.set("roi", number(Rates.roi(revenue, cost)));
  }

  private static JsonNode number(OptionalDouble value) {
    return value.isPresent()
        ? JsonNodeFactory.instance.numberNode(value.getAsDouble())
        : JsonNodeFactory.instance.nullNode();
  }

  private JsonNode money(Optional<BigDecimal> amount) {
    return amount.isPresent()
        ? JsonNodeFactory.instance.textNode(text(amount.get()))
        : JsonNodeFactory.instance.nullNode();
  }

  /** The amount with the currency's decimals, or with more where it has them. */
  private String text(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    int least = Math.max(0, currency.getDefaultFractionDigits());
    return (stripped.scale() < least ? stripped.setScale(least) : stripped).toPlainString();
  }
}
