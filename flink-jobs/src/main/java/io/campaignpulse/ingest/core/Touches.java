package io.campaignpulse.ingest.core;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.WebVisit;
import io.campaignpulse.events.views.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Reduces events to what the capabilities need of them. */
public final class Touches {
  private Touches() {}

  /** The touch of a checked event. */
  public static Touch of(SpecificRecord event, Touch.Origin origin, Currency currency) {
    if (event instanceof CampaignContact contact) {
      return contact(contact, origin);
    }
    if (event instanceof Call call) {
      return interaction(
          call.getEventId(),
          kind(call.getPhase()),
          origin,
          call.getOccurredAt(),
          call.getCustomer(),
          call.getCallId(),
          call.getCampaignCode(),
          call.getDialledNumber(),
          null,
          0,
          act(call),
          call.getQueue(),
          call.getAgentId(),
          null);
    }
    if (event instanceof WebVisit visit) {
      return interaction(
          visit.getEventId(),
          Touch.Kind.VISIT,
          origin,
          visit.getOccurredAt(),
          visit.getCustomer(),
          visit.getVisitId(),
          visit.getCampaignCode(),
          null,
          null,
          0,
          Act.valueOf(visit.getAction().name()),
          null,
          null,
          Trade.of(lookedAt(visit), null));
    }
    if (event instanceof Sale sale) {
      var kind = sale.getKind() == SaleKind.ORDER ? Touch.Kind.ORDER : Touch.Kind.RETURN;
      return interaction(
          sale.getEventId(),
          kind,
          origin,
          sale.getOccurredAt(),
          sale.getCustomer(),
          sale.getOrderId(),
          sale.getCampaignCode(),
          null,
          sale.getChannel(),
          Money.toMinor(sale.getAmount(), currency),
          null,
          null,
          sale.getAgentId(),
          Trade.of(lines(sale), sale.getOfferDecisionId()));
    }
    if (event instanceof Interaction other) {
      return interaction(
          other.getEventId(),
          Touch.Kind.OTHER,
          origin,
          other.getOccurredAt(),
          other.getCustomer(),
          other.getInteractionId(),
          other.getCampaignCode(),
          null,
          other.getChannel().toString(),
          0,
          Act.valueOf(other.getReason().name()),
          null,
          null,
          null);
    }
    return offer((OfferOutcome) event, origin);
  }

  private static Touch offer(OfferOutcome outcome, Touch.Origin origin) {
    return interaction(
        outcome.getEventId(),
        Touch.Kind.OFFER,
        origin,
        outcome.getOccurredAt(),
        outcome.getCustomer(),
        outcome.getDecisionId(),
        null,
        null,
        outcome.getChannel(),
        0,
        Act.valueOf(outcome.getOutcome().name()),
        null,
        outcome.getAgentId(),
        new Trade(List.of(), outcome.getDecisionId(), outcome.getOfferId()));
  }

  private static List<Trade.Item> lookedAt(WebVisit visit) {
    return visit.getProductId() == null
        ? List.of()
        : List.of(new Trade.Item(visit.getProductId(), null, 0));
  }

  private static List<Trade.Item> lines(Sale sale) {
    var items = new ArrayList<Trade.Item>(sale.getLines().size());
    for (var line : sale.getLines()) {
      items.add(new Trade.Item(line.getProductId(), line.getCategory(), line.getQuantity()));
    }
    return items;
  }

  private static Touch.Kind kind(CallPhase phase) {
    return phase == CallPhase.QUEUED ? Touch.Kind.CALL : Touch.Kind.OUTCOME;
  }

  private static Act act(Call call) {
    return switch (call.getPhase()) {
      case ENDED ->
          call.getDisposition() == null ? Act.ENDED : Act.valueOf(call.getDisposition().name());
      case ABANDONED -> Act.ABANDONED;
      case ANSWERED -> Act.ANSWERED;
      case TRANSFERRED -> Act.TRANSFERRED;
      case QUEUED -> null;
    };
  }

  private static Touch contact(CampaignContact contact, Touch.Origin origin) {
    return new Touch(
        contact.getEventId(),
        Touch.Kind.CONTACT,
        origin,
        contact.getOccurredAt().toEpochMilli(),
        contact.getCustomer().getCustomerId(),
        identities(contact.getCustomer()),
        contact.getContactId(),
        contact.getCampaignId(),
        contact.getVariant(),
        contact.getChannel(),
        Touch.Status.valueOf(contact.getStatus().name()),
        null,
        null,
        0,
        null,
        null,
        null,
        null);
  }

  private static Touch interaction(
      String eventId,
      Touch.Kind kind,
      Touch.Origin origin,
      Instant at,
      CustomerRef customer,
      String unitId,
      String code,
      String dialled,
      String channel,
      long amountMinor,
      Act act,
      String queue,
      String agentId,
      Trade trade) {
    return new Touch(
        eventId,
        kind,
        origin,
        at.toEpochMilli(),
        customer.getCustomerId(),
        identities(customer),
        unitId,
        null,
        null,
        channel,
        null,
        code,
        dialled,
        amountMinor,
        act,
        queue,
        agentId,
        trade);
  }

  private static List<String> identities(CustomerRef customer) {
    return List.copyOf(Identities.lookups(customer).values());
  }
}
