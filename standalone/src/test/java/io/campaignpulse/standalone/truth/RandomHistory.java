package io.campaignpulse.standalone.truth;

import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.InteractionChannel;
import io.campaignpulse.events.avro.InteractionReason;
import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * A small crowded history: few customers, identities and campaigns, so that everything collides.
 */
public final class RandomHistory {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> CODES = List.of("k1", "code-1", "code-2", "unknown");

  private final Random random;
  private int number;

  public RandomHistory(Random random) {
    this.random = random;
  }

  public List<Campaign> campaigns() {
    var campaigns = new ArrayList<Campaign>();
    for (int i = 1; i <= 3; i++) {
      var starts = START.plus(Duration.ofDays(random.nextInt(10)));
      campaigns.add(
          Campaign.newBuilder()
              .setCampaignId("k" + i)
              .setName("Campaign " + i)
              .setStartsAt(starts)
              .setEndsAt(starts.plus(Duration.ofDays(random.nextInt(20))))
              .setResponseWindow("P" + (1 + random.nextInt(14)) + "D")
              .setResponseTypes(
                  random.nextInt(3) > 0
                      ? List.of(ResponseType.values())
                      : List.of(ResponseType.ORDER, ResponseType.CALL))
              .setAttribution(
                  random.nextInt(4) == 0
                      ? Attribution.DIRECT_ONLY
                      : Attribution.DIRECT_THEN_LAST_CONTACT)
              .setCampaignCodes(List.of("code-" + i, "code-" + (1 + i % 3)))
              .setDialInNumbers(List.of("800" + i))
              .build());
    }
    return campaigns;
  }

  public List<Customer> customers() {
    var customers = new ArrayList<Customer>();
    for (var id : List.of("anna", "bert")) {
      customers.add(
          Customer.newBuilder()
              .setCustomerId(id)
              .setPhones(List.of(phone()))
              .setEmails(List.of(email()))
              .setSegment(pick("young", "old", null))
              .setUpdatedAt(time())
              .build());
    }
    return customers;
  }

  public List<SpecificRecord> events(int count) {
    var events = new ArrayList<SpecificRecord>();
    for (int i = 0; i < count; i++) {
      events.add(
          switch (random.nextInt(6)) {
            case 0, 1 -> contact();
            case 2 -> call();
            case 3 -> visit();
            case 4 -> sale();
            default -> other();
          });
    }
    return events;
  }

  private SpecificRecord contact() {
    return CampaignContact.newBuilder()
        .setEventId(id())
        .setOccurredAt(time())
        .setCustomer(customer())
        .setContactId("c" + random.nextInt(8))
        .setCampaignId(pick("k1", "k2", "k3", "k4"))
        .setVariant(pick("A", "B", "CONTROL"))
        .setChannel(pick("EMAIL", "LETTER"))
        .setStatus(ContactStatus.values()[random.nextInt(ContactStatus.values().length)])
        .build();
  }

  private SpecificRecord call() {
    return Call.newBuilder()
        .setEventId(id())
        .setOccurredAt(time())
        .setCustomer(customer())
        .setCallId("call" + random.nextInt(5))
        .setPhase(random.nextInt(4) > 0 ? CallPhase.QUEUED : CallPhase.ANSWERED)
        .setQueue("sales")
        .setDialledNumber(pick("8001", "8002", "4711"))
        .setCampaignCode(code())
        .build();
  }

  private SpecificRecord visit() {
    return WebVisit.newBuilder()
        .setEventId(id())
        .setOccurredAt(time())
        .setCustomer(customer())
        .setVisitId("session" + random.nextInt(5))
        .setAction(VisitAction.PAGE_VIEW)
        .setCampaignCode(code())
        .build();
  }

  private SpecificRecord sale() {
    return Sale.newBuilder()
        .setEventId(id())
        .setOccurredAt(time())
        .setCustomer(customer())
        .setOrderId("order" + random.nextInt(5))
        .setKind(random.nextInt(3) > 0 ? SaleKind.ORDER : SaleKind.RETURN)
        .setLines(List.of())
        .setAmount(BigDecimal.valueOf(random.nextInt(10_000), 2).setScale(4))
        .setCurrency("USD")
        .setChannel("WEB")
        .setCampaignCode(code())
        .build();
  }

  private SpecificRecord other() {
    return Interaction.newBuilder()
        .setEventId(id())
        .setOccurredAt(time())
        .setCustomer(customer())
        .setInteractionId("chat" + random.nextInt(5))
        .setChannel(InteractionChannel.CHAT)
        .setReason(InteractionReason.ENQUIRY)
        .setCampaignCode(code())
        .build();
  }

  private CustomerRef customer() {
    var ref = CustomerRef.newBuilder();
    if (random.nextInt(2) == 0) {
      ref.setCustomerId(pick("anna", "bert", "carl"));
    }
    if (random.nextInt(3) == 0) {
      ref.setPhone(phone());
    }
    if (random.nextInt(3) == 0) {
      ref.setEmail(email());
    }
    if (!ref.hasCustomerId() || random.nextInt(3) == 0) {
      ref.setVisitorId("cookie" + random.nextInt(3));
    }
    return ref.build();
  }

  private String id() {
    return "e" + number++;
  }

  private Instant time() {
    return START.plus(Duration.ofHours(random.nextInt(30 * 24)));
  }

  private String code() {
    return random.nextInt(3) > 0 ? null : CODES.get(random.nextInt(CODES.size()));
  }

  private String phone() {
    return "+4930901820" + random.nextInt(3);
  }

  private String email() {
    return "box" + random.nextInt(3) + "@example.com";
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
