package io.campaignpulse.simulators.load;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/** Writes out the events of a load. */
record LoadEvents(String prefix) {
  SpecificRecord event(LoadPlan.Kind kind, long n, int customer, int campaign, Instant at) {
    var id = prefix + n;
    var code = prefix + campaign;
    var instant = Instant.ofEpochMilli(at.toEpochMilli());
    var ref = customer(customer);
    return switch (kind) {
      case CONTACT -> contact(id, instant, ref, code, customer);
      case VISIT -> visit(id, instant, ref, code, n);
      case ORDER -> order(id, instant, ref, code, n);
      case QUEUED, ANSWERED -> call(id, id, CallPhase.QUEUED, instant, ref, code);
    };
  }

  /** The answer, event n, to the call that was queued by another event. */
  SpecificRecord answer(long n, long queued, int customer, int campaign, Instant at) {
    var instant = Instant.ofEpochMilli(at.toEpochMilli());
    return call(
        prefix + n,
        prefix + queued,
        CallPhase.ANSWERED,
        instant,
        customer(customer),
        prefix + campaign);
  }

  private static CustomerRef customer(int number) {
    return CustomerRef.newBuilder().setCustomerId("L" + number).build();
  }

  SpecificRecord probe(int campaign, Instant at) {
    var ref = CustomerRef.newBuilder().setCustomerId(prefix + "probe-" + campaign).build();
    var instant = Instant.ofEpochMilli(at.toEpochMilli());
    return page(prefix + "probe-" + campaign, instant, ref, prefix + campaign);
  }

  private static CampaignContact contact(
      String id, Instant at, CustomerRef ref, String code, int customer) {
    var contact = new CampaignContact();
    contact.setEventId(id);
    contact.setOccurredAt(at);
    contact.setCustomer(ref);
    contact.setContactId(code + "-" + customer);
    contact.setCampaignId(code);
    contact.setVariant(customer % 10 == 0 ? "CONTROL" : "A");
    contact.setChannel("EMAIL");
    contact.setStatus(ContactStatus.SENT);
    return contact;
  }

  /** A third of the visits are views of products. */
  private WebVisit visit(String id, Instant at, CustomerRef ref, String code, long n) {
    var visit = page(id, at, ref, code);
    var random = random(n);
    if (random.nextInt(3) == 0) {
      visit.setAction(VisitAction.PRODUCT_VIEW);
      visit.setProductId(LoadShop.viewed(random));
    }
    return visit;
  }

  /** A chance apart from the plan's, so that what is bought changes nothing else. */
  private SplittableRandom random(long n) {
    return new SplittableRandom(prefix.hashCode() * 0x9E3779B97F4A7C15L ^ n);
  }

  private static WebVisit page(String id, Instant at, CustomerRef ref, String code) {
    var visit = new WebVisit();
    visit.setEventId(id);
    visit.setOccurredAt(at);
    visit.setCustomer(ref);
    visit.setVisitId(id);
    visit.setAction(VisitAction.PAGE_VIEW);
    visit.setCampaignCode(code);
    return visit;
  }

  private static Call call(
      String id, String callId, CallPhase phase, Instant at, CustomerRef ref, String code) {
    var call = new Call();
    call.setEventId(id);
    call.setOccurredAt(at);
    call.setCustomer(ref);
    call.setCallId(callId);
    call.setPhase(phase);
    call.setQueue(LoadPlan.QUEUE);
    call.setDialledNumber("+18005550100");
    call.setCampaignCode(code);
    return call;
  }

  private Sale order(String id, Instant at, CustomerRef ref, String code, long n) {
    var amount = BigDecimal.valueOf(10 + n % 90).setScale(4);
    var sale = new Sale();
    sale.setEventId(id);
    sale.setOccurredAt(at);
    sale.setCustomer(ref);
    sale.setOrderId(id);
    sale.setKind(SaleKind.ORDER);
    sale.setLines(LoadShop.bought(random(n), amount));
    sale.setAmount(amount);
    sale.setChannel("WEB");
    sale.setCampaignCode(code);
    return sale;
  }
}
