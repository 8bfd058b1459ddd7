package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer's events, laid out for crediting. */
final class History {
  private final Map<String, Contact> contacts = new LinkedHashMap<>(4);
  private final List<Touch> interactions;
  private final List<Touch> returns = new ArrayList<>(0);
  private final Map<String, Touch> orders = new HashMap<>(4);
  private final Map<String, FirstContact> assignments = new HashMap<>(4);

  /** The history of a ledger, with the first contacts that it has settled. */
  History(Ledger ledger) {
    this.interactions = new ArrayList<>(ledger.touches().size());
    ledger.settled().forEach((id, settled) -> assign(id, settled.first()));
    ledger.touches().forEach(this::takeInOrder);
  }

  /** Takes events in order of time, so that the first of a contact or an order is known. */
  private void takeInOrder(Touch touch) {
    switch (touch.kind()) {
      case CONTACT -> {
        var known = contacts.get(touch.unitId());
        if (known == null) {
          add(new Contact(touch));
        } else {
          known.add(touch);
        }
      }
      case ORDER -> {
        interactions.add(touch);
        orders.putIfAbsent(touch.unitId(), touch);
      }
      case CALL, VISIT, OTHER -> interactions.add(touch);
      case RETURN -> returns.add(touch);
      case LINK -> {}
    }
  }

  void add(Contact contact) {
    contacts.put(contact.contactId(), contact);
    assign(contact.campaignId(), FirstContact.of(contact));
  }

  private void assign(String campaignId, FirstContact first) {
    if (first != null) {
      assignments.merge(campaignId, first, FirstContact::earlier);
    }
  }

  /** Adds an interaction or a return at its place in time. */
  void insert(Touch touch) {
    if (touch.kind() == Touch.Kind.RETURN) {
      returns.add(touch);
      return;
    }
    int place = interactions.size();
    while (place > 0 && Ledger.IN_TIME.compare(interactions.get(place - 1), touch) > 0) {
      place--;
    }
    interactions.add(place, touch);
    if (touch.kind() == Touch.Kind.ORDER) {
      orders.putIfAbsent(touch.unitId(), touch);
    }
  }

  Iterable<Contact> contacts() {
    return contacts.values();
  }

  /** The contact of this id; null if there is none. */
  Contact contact(String contactId) {
    return contacts.get(contactId);
  }

  /** In order of time. */
  List<Touch> interactions() {
    return interactions;
  }

  List<Touch> returns() {
    return returns;
  }

  /** The first event of an order; null while it is not known. */
  Touch order(String orderId) {
    return orders.get(orderId);
  }

  /** The first contact with each campaign, control included. */
  Map<String, FirstContact> assignments() {
    return assignments;
  }

  /** Whether nothing was done at this time or later. */
  boolean quietFrom(long at) {
    return interactions.isEmpty() || interactions.get(interactions.size() - 1).at() < at;
  }

  /** The place of the first interaction at or after this time. */
  int firstFrom(long at) {
    int low = 0;
    int high = interactions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (interactions.get(middle).at() < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a return and its order both lie within the response window from assignment. */
  boolean refundWithin(Touch refund, CampaignTerms terms, long assignedAt) {
    var order = orders.get(refund.unitId());
    return order != null
        && terms.within(assignedAt, order.at())
        && terms.within(assignedAt, refund.at());
  }
}
