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

  /**
   * The history of these events, which must be in order of time, with the first contacts that were
   * settled.
   */
  History(List<Touch> touches, Map<String, Settled> settled) {
    this.interactions = new ArrayList<>(touches.size());
    settled.forEach((id, before) -> assign(id, before.first()));
    touches.forEach(this::takeInOrder);
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
      case OUTCOME, LINK, OFFER -> {}
    }
  }

  private void add(Contact contact) {
    contacts.put(contact.contactId(), contact);
    assign(contact.campaignId(), FirstContact.of(contact));
  }

  private void assign(String campaignId, FirstContact first) {
    if (first != null) {
      assignments.merge(campaignId, first, FirstContact::earlier);
    }
  }

  Iterable<Contact> contacts() {
    return contacts.values();
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
    return order != null && terms.within(assignedAt, order, refund);
  }
}
