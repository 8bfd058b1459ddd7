package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.WebVisit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Everything one customer did and everything that was done to them. */
final class CustomerPast {
  /** Goods brought back, in minor units. */
  record Return(String orderId, Instant at, long amount) {}

  private final Currency currency;
  private final List<CampaignContact> contactEvents = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<Return> returns = new ArrayList<>();

  CustomerPast(Currency currency) {
    this.currency = currency;
  }

  void add(SpecificRecord event) {
    if (event instanceof CampaignContact contact) {
      contactEvents.add(contact);
    } else if (event instanceof Call call) {
      add(call);
    } else if (event instanceof WebVisit visit) {
      act(visit, ResponseType.VISIT, visit.getVisitId(), visit.getCampaignCode(), null, 0);
    } else if (event instanceof Sale sale) {
      add(sale);
    } else if (event instanceof Interaction other) {
      act(other, ResponseType.OTHER, other.getInteractionId(), other.getCampaignCode(), null, 0);
    }
  }

  /** Only the QUEUED phase of a call is an interaction. */
  private void add(Call call) {
    if (call.getPhase() == CallPhase.QUEUED) {
      var dialled = Identities.dialled(call.getDialledNumber());
      act(call, ResponseType.CALL, call.getCallId(), call.getCampaignCode(), dialled, 0);
    }
  }

  private void add(Sale sale) {
    var amount = Money.toMinor(sale.getAmount(), currency);
    if (sale.getKind() == SaleKind.ORDER) {
      act(sale, ResponseType.ORDER, sale.getOrderId(), sale.getCampaignCode(), null, amount);
    } else {
      returns.add(new Return(sale.getOrderId(), sale.getOccurredAt(), amount));
    }
  }

  private void act(
      SpecificRecord event,
      ResponseType type,
      String id,
      String code,
      String dialled,
      long amount) {
    var at = EventFields.occurredAt(event);
    acts.add(new Act(EventFields.eventId(event), at, type, id, code, dialled, amount));
  }

  List<Contact> contacts() {
    return contactEvents.stream()
        .collect(Collectors.groupingBy(CampaignContact::getContactId))
        .values()
        .stream()
        .map(Contact::of)
        .sorted(Contact.EARLIEST)
        .toList();
  }

  /** All interactions, the earliest first. */
  List<Act> acts() {
    return acts.stream().sorted(Act.EARLIEST).toList();
  }

  List<Return> returns() {
    return returns;
  }

  /** The order that a return is of: the earliest event with its id; empty until it is known. */
  Optional<Act> orderOf(Return goods) {
    return acts.stream()
        .filter(act -> act.type() == ResponseType.ORDER && act.id().equals(goods.orderId()))
        .min(Act.EARLIEST);
  }
}
