package io.campaignpulse.simulators.recount;

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
import io.campaignpulse.events.views.Figure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** A few events in the words of the tests. Times are minutes after the campaigns' start. */
final class Story {
  static final Currency USD = Currency.getInstance("USD");
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** All test campaigns run for ten days and have a response window of one day. */
  static final int WINDOW = 24 * 60;

  static final int END = 10 * 24 * 60;

  final List<SpecificRecord> events = new ArrayList<>();
  final List<Campaign> campaigns = new ArrayList<>();
  final List<Customer> customers = new ArrayList<>();

  static Instant at(long minute) {
    return START.plusSeconds(60 * minute);
  }

  static long minute(long minute) {
    return at(minute).getEpochSecond() / 60;
  }

  static CustomerRef id(String customerId) {
    return CustomerRef.newBuilder().setCustomerId(customerId).build();
  }

  static CustomerRef phone(String phone) {
    return CustomerRef.newBuilder().setPhone(phone).build();
  }

  static CustomerRef ref(String customerId, String phone, String email, String visitorId) {
    return CustomerRef.newBuilder()
        .setCustomerId(customerId)
        .setPhone(phone)
        .setEmail(email)
        .setVisitorId(visitorId)
        .build();
  }

  Story campaign(String campaignId) {
    return campaign(campaignId, c -> {});
  }

  Story campaign(String campaignId, Consumer<Campaign> details) {
    var campaign =
        Campaign.newBuilder()
            .setCampaignId(campaignId)
            .setName(campaignId)
            .setStartsAt(START)
            .setEndsAt(at(END))
            .setResponseWindow("P1D")
            .setResponseTypes(List.of(ResponseType.values()))
            .setAttribution(Attribution.DIRECT_THEN_LAST_CONTACT)
            .build();
    details.accept(campaign);
    campaigns.add(campaign);
    return this;
  }

  Story customer(String customerId, String segment, String phone, long minute) {
    customers.add(
        Customer.newBuilder()
            .setCustomerId(customerId)
            .setSegment(segment)
            .setPhones(phone == null ? List.of() : List.of(phone))
            .setUpdatedAt(at(minute))
            .build());
    return this;
  }

  Story contact(long minute, CustomerRef who, String contactId, String campaignId, String variant) {
    return contact(minute, who, contactId, campaignId, variant, ContactStatus.SENT);
  }

  Story contact(
      long minute,
      CustomerRef who,
      String contactId,
      String campaignId,
      String variant,
      ContactStatus status) {
    var contact = new CampaignContact();
    contact.setContactId(contactId);
    contact.setCampaignId(campaignId);
    contact.setVariant(variant);
    contact.setChannel("A".equals(variant) ? "EMAIL" : "LETTER");
    contact.setStatus(status);
    return add(contact, minute, who);
  }

  Story call(long minute, CustomerRef who, String callId, String dialled) {
    return call(minute, who, callId, dialled, CallPhase.QUEUED);
  }

  Story call(long minute, CustomerRef who, String callId, String dialled, CallPhase phase) {
    var call = new Call();
    call.setCallId(callId);
    call.setPhase(phase);
    call.setQueue("sales");
    call.setDialledNumber(dialled);
    return add(call, minute, who);
  }

  Story visit(long minute, CustomerRef who, String visitId, String code) {
    var visit = new WebVisit();
    visit.setVisitId(visitId);
    visit.setAction(VisitAction.PAGE_VIEW);
    visit.setCampaignCode(code);
    return add(visit, minute, who);
  }

  Story order(long minute, CustomerRef who, String orderId, String code, String amount) {
    return sale(minute, who, orderId, SaleKind.ORDER, code, amount);
  }

  Story goodsReturned(long minute, CustomerRef who, String orderId, String amount) {
    return sale(minute, who, orderId, SaleKind.RETURN, null, amount);
  }

  private Story sale(
      long minute, CustomerRef who, String orderId, SaleKind kind, String code, String amount) {
    var sale = new Sale();
    sale.setOrderId(orderId);
    sale.setKind(kind);
    sale.setLines(List.of());
    sale.setAmount(new BigDecimal(amount).setScale(4));
    sale.setChannel("WEB");
    sale.setCampaignCode(code);
    return add(sale, minute, who);
  }

  Story other(long minute, CustomerRef who, String interactionId, String code) {
    var interaction = new Interaction();
    interaction.setInteractionId(interactionId);
    interaction.setChannel(InteractionChannel.STORE);
    interaction.setReason(InteractionReason.ENQUIRY);
    interaction.setCampaignCode(code);
    return add(interaction, minute, who);
  }

  private Story add(SpecificRecord event, long minute, CustomerRef who) {
    event.put(event.getSchema().getField("eventId").pos(), "e%03d".formatted(events.size()));
    event.put(event.getSchema().getField("occurredAt").pos(), at(minute));
    event.put(event.getSchema().getField("customer").pos(), who);
    events.add(event);
    return this;
  }

  Map<String, RecountedCampaign> recount() {
    return Recount.of(events, campaigns, customers, USD);
  }

  RecountedCampaign recount(String campaignId) {
    return recount().get(campaignId);
  }

  long total(String campaignId, Figure figure) {
    return recount(campaignId).total(figure);
  }
}
