package io.campaignpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.time.Instant;
import java.util.Currency;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDoorTest {
  private final ReferenceDoor door = new ReferenceDoor(Currency.getInstance("USD"));

  private SpecificRecord admitted(ReferenceKind kind, String json) throws Exception {
    return door.admit(kind, Json.MAPPER.readTree(json.replace('\'', '"')));
  }

  private String refusal(ReferenceKind kind, String json) throws Exception {
    try {
      return "taken: " + admitted(kind, json);
    } catch (InvalidRecordException e) {
      return e.getMessage();
    }
  }

  private String productRefused(String own) throws Exception {
    return refusal(ReferenceKind.PRODUCTS, "{'productId':'p','name':'P'," + own + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "365",
        "'PT720H'",
        "'3 years'",
        "'P0D'",
        "'-P1Y'",
        "'P1Y-1D'",
        "'P101Y'",
        "'P99999W'",
        "'P999999999W'",
        "'P2147483647Y'"
      })
  void refusesAReplacementCycleAfterWhichNothingIsDue(String cycle) throws Exception {
    assertThat(productRefused("'replacementCycle':" + cycle)).startsWith("replacementCycle: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P3Y", "P18M", "P90D", "P6W", "P1Y6M", "P100Y"})
  void takesAReplacementCycle(String cycle) throws Exception {
    assertThat(productRefused("'replacementCycle':'" + cycle + "'")).startsWith("taken");
    assertThat(ReplacementCycle.read(cycle).isNegative()).isFalse();
  }

  @Test
  void aBlankReplacementCycleIsNone() throws Exception {
    var json = "{'productId':'p','name':'P','replacementCycle':' '}";
    var product = (Product) admitted(ReferenceKind.PRODUCTS, json);
    assertThat(product.getReplacementCycle()).isNull();
  }

  @Test
  void checksNameAndPriceOfAProduct() throws Exception {
    assertThat(refusal(ReferenceKind.PRODUCTS, "{'productId':'p','name':' ','price':'-0.01'}"))
        .isEqualTo("name: is empty; price: must not be negative");
    assertThat(productRefused("'price':'0.0005'")).startsWith("taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phones", "emails", "visitorIds"})
  void refusesIdentitiesOfACustomerLongerThanIdsAre(String field) throws Exception {
    var given = "a@" + "b".repeat(255);
    var json = "{'customerId':'anna','%s':['%s']}".formatted(field, given);
    assertThat(refusal(ReferenceKind.CUSTOMERS, json))
        .isEqualTo(field + "[0]: is longer than 256 characters");
  }

  /** Else a rule whose only list is misspelt would fit every call. */
  @Test
  void refusesAMisspeltFieldOfAPartToo() throws Exception {
    var rules = "{'rulesId':'CURRENT','queus':[],'queues':[{'queue':'a'},%s]}";
    var misspelt = "{'queue':'b','lastAgent':['eve'],'tier':['A']}";
    assertThat(refusal(ReferenceKind.ROUTING_RULES, rules.formatted(misspelt)))
        .isEqualTo(
            "queues[1].lastAgent: is not a field of routing-rules;"
                + " queues[1].tier: is not a field of routing-rules;"
                + " queus: is not a field of routing-rules");
    assertThat(refusal(ReferenceKind.ROUTING_RULES, "{'rulesId':'CURRENT','queues':[7]}"))
        .isEqualTo("queues[0]: is not an object");
    var shares = "'plannedShares':[{'variant':'A','share':0.5,'weight':1}]";
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign(shares)))
        .isEqualTo("plannedShares[0].weight: is not a field of campaigns");
  }

  @Test
  void refusesWhatNamesAProductOrACampaignLongerThanIdsAre() throws Exception {
    var most = "x".repeat(256);
    var own = "'productId':'%s','category':'%s'";
    var offer = "{'offerId':'o','name':'O','value':1,%s}";
    assertThat(refusal(ReferenceKind.OFFERS, offer.formatted(own.formatted(most, most))))
        .startsWith("taken");
    assertThat(
            refusal(ReferenceKind.OFFERS, offer.formatted(own.formatted("x" + most, "x" + most))))
        .isEqualTo(
            "productId: is longer than 256 characters; category: is longer than 256 characters");
    assertThat(productRefused("'category':'" + most + "'")).startsWith("taken");
    assertThat(productRefused("'category':'x" + most + "'"))
        .isEqualTo("category: is longer than 256 characters");
    var codes = "'campaignCodes':['a','%s']";
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign(codes.formatted(most))))
        .startsWith("taken");
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign(codes.formatted("x" + most))))
        .isEqualTo("campaignCodes[1]: is longer than 256 characters");
  }

  private static String campaign(String own) {
    return "{'campaignId':'k','name':'K','startsAt':'2026-03-01T00:00:00Z',"
        + "'endsAt':'2026-03-02T00:00:00Z',"
        + own
        + "}";
  }

  @ParameterizedTest
  @CsvSource({
    "P2W,P14D",
    "P1W2DT3H,P9DT3H",
    "p1w,P7D",
    "P14D,P14D",
    "PT36H,PT36H",
    "P1DT12H,P1DT12H"
  })
  void takesAResponseWindowInWeeksAsDays(String given, String stored) throws Exception {
    var json = campaign("'responseWindow':'" + given + "'");
    var campaign = (Campaign) admitted(ReferenceKind.CAMPAIGNS, json);
    assertThat(campaign.getResponseWindow()).isEqualTo(stored);
  }

  @Test
  void takesAPlannedCurveInWeeksAsDays() throws Exception {
    var json = campaign("'plannedResponseCurve':[{'after':'P1W','share':0.5}]");
    var campaign = (Campaign) admitted(ReferenceKind.CAMPAIGNS, json);
    assertThat(campaign.getPlannedResponseCurve().get(0).getAfter()).isEqualTo("P7D");
  }

  @Test
  void refusesLengthsThatDiffer() throws Exception {
    for (var window : new String[] {"P1M", "P1Y", "P1Y2M3D"}) {
      assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign("'responseWindow':'" + window + "'")))
          .isEqualTo(
              "responseWindow: \""
                  + window
                  + "\" names months or years, which differ in length: give weeks, days or hours");
    }
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign("'responseWindow':'P1W2M'")))
        .startsWith("responseWindow: ");
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign("'responseWindow':'P999999W'")))
        .isEqualTo("responseWindow: is longer than ten years");
  }

  @Test
  void refusesMomentsAndDaysThatNobodyCanMean() throws Exception {
    assertThat(
            refusal(
                ReferenceKind.CAMPAIGNS,
                campaign("'endsAt':'+300000000-01-01T00:00:00Z'")
                    .replace("'endsAt':'2026-03-02T00:00:00Z',", "")))
        .isEqualTo("endsAt: +300000000-01-01T00:00:00Z is not within the years 1 to 9999");
    assertThat(
            refusal(
                ReferenceKind.OFFERS,
                "{'offerId':'o','name':'O','startsAt':'-300000000-01-01T00:00:00Z'}"))
        .startsWith("startsAt: ");
    assertThat(refusal(ReferenceKind.CUSTOMERS, "{'customerId':'c','birthday':'+12345-01-01'}"))
        .startsWith("birthday: ");
    assertThat(refusal(ReferenceKind.CAMPAIGNS, campaign("'simulated':true"))).startsWith("taken");
  }

  @Test
  void refusesAMomentFarAwayThatWasNotReadFromJson() throws Exception {
    var campaign = (Campaign) admitted(ReferenceKind.CAMPAIGNS, campaign("'simulated':true"));
    campaign.setEndsAt(Instant.ofEpochMilli(Long.MAX_VALUE));
    try {
      door.admit(ReferenceKind.CAMPAIGNS, campaign);
      assertThat(campaign).as("refused").isNull();
    } catch (InvalidRecordException e) {
      assertThat(e.getMessage()).startsWith("endsAt: ");
    }
  }

  @Test
  void namesTheChannelsOfAnOfferAsEventsDo() throws Exception {
    var offer =
        (Offer)
            admitted(
                ReferenceKind.OFFERS,
                "{'offerId':'o','name':'O','channels':['E-Mail','email','web shop']}");
    assertThat(offer.getChannels()).containsExactly("EMAIL", "WEB_SHOP");
    assertThat(refusal(ReferenceKind.OFFERS, "{'offerId':'o','name':'O','channels':['PHONE',' ']}"))
        .isEqualTo("channels[1]: is empty");
  }

  @Test
  void boundsTheParametersOfAValueModel() throws Exception {
    var model =
        "{'modelId':'CURRENT','asOf':'2026-03-01','sampleSize':1,'logLikelihood':-1,"
            + "'horizonWeeks':52,'bgNbd':{'r':1,'alpha':%s,'a':1,'b':1},"
            + "'gammaGamma':{'p':1,'q':2,'v':%s}}";
    assertThat(refusal(ReferenceKind.VALUE_MODELS, model.formatted("1", "1"))).startsWith("taken");
    assertThat(refusal(ReferenceKind.VALUE_MODELS, model.formatted("1e-300", "1e300")))
        .startsWith("bgNbd.alpha: is not within")
        .contains("gammaGamma.v: is not within");
    assertThat(refusal(ReferenceKind.VALUE_MODELS, model.formatted("0", "1")))
        .isEqualTo("bgNbd.alpha: must be positive");
  }
}
