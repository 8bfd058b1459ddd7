package io.campaignpulse.simulators.load;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A steady flow of events fixed by its seed: the n-th event is the same on every run and machine,
 * and it happens at the instant at which it is meant to be sent.
 */
public record LoadPlan(
    long seed, Instant start, double eventsPerSecond, int campaigns, int customers) {

  public LoadPlan {
    if (!(eventsPerSecond > 0) || campaigns < 1 || customers < 1) {
      throw new IllegalArgumentException(
          "eventsPerSecond, campaigns and customers must be positive");
    }
  }

  /** What the ids of its campaigns and events begin with; another seed makes others. */
  public String prefix() {
    return "load-" + Long.toHexString(seed) + "-";
  }

  /** When event n is to be sent. A late sender is late against this, whatever holds it up. */
  public Instant dueAt(long n) {
    return start.plusNanos(nanosUntil(n));
  }

  long nanosUntil(long n) {
    return (long) (n * 1e9 / eventsPerSecond);
  }

  /** The campaigns that its events are about, running for a day from the start. */
  public List<Campaign> referenceCampaigns() {
    return IntStream.range(0, campaigns).mapToObj(this::campaign).toList();
  }

  private Campaign campaign(int number) {
    return Campaign.newBuilder()
        .setCampaignId(prefix() + (number + 1))
        .setName("Load " + (number + 1))
        .setStartsAt(start.minus(Duration.ofMinutes(1)))
        .setEndsAt(start.plus(Duration.ofDays(1)))
        .setResponseTypes(List.of(ResponseType.values()))
        .setSimulated(true)
        .build();
  }

  /** Of ten events two are contacts, five visits, two calls and one an order. */
  public SpecificRecord event(long n) {
    var random = new SplittableRandom(seed ^ n * 0x9E3779B97F4A7C15L);
    var customer = random.nextInt(customers);
    var code = prefix() + (1 + random.nextInt(campaigns));
    var event = event(random.nextInt(10), n, customer, code);
    put(event, "eventId", prefix() + n);
    put(event, "occurredAt", Instant.ofEpochMilli(dueAt(n).toEpochMilli()));
    put(event, "customer", CustomerRef.newBuilder().setCustomerId("L" + customer).build());
    return event;
  }

  private SpecificRecord event(int kind, long n, int customer, String code) {
    return switch (kind) {
      case 0, 1 -> contact(customer, code);
      case 2, 3, 4, 5, 6 -> visit(n, code);
      case 7, 8 -> call(n, code);
      default -> order(n, code);
    };
  }

  private static CampaignContact contact(int customer, String code) {
    var contact = new CampaignContact();
    contact.setContactId(code + "-" + customer);
    contact.setCampaignId(code);
    contact.setVariant(customer % 10 == 0 ? "CONTROL" : "A");
    contact.setChannel("EMAIL");
    contact.setStatus(ContactStatus.SENT);
    return contact;
  }

  private WebVisit visit(long n, String code) {
    var visit = new WebVisit();
    visit.setVisitId(prefix() + n);
    visit.setAction(VisitAction.PAGE_VIEW);
    visit.setCampaignCode(code);
    return visit;
  }

  private Call call(long n, String code) {
    var call = new Call();
    call.setCallId(prefix() + n);
    call.setPhase(CallPhase.QUEUED);
    call.setQueue("sales");
    call.setDialledNumber("+18005550100");
    call.setCampaignCode(code);
    return call;
  }

  private Sale order(long n, String code) {
    var sale = new Sale();
    sale.setOrderId(prefix() + n);
    sale.setKind(SaleKind.ORDER);
    sale.setLines(List.of());
    sale.setAmount(BigDecimal.valueOf(10 + n % 90).setScale(4));
    sale.setChannel("WEB");
    sale.setCampaignCode(code);
    return sale;
  }

  private static void put(SpecificRecord event, String field, Object value) {
    event.put(event.getSchema().getField(field).pos(), value);
  }
}
