package io.campaignpulse.identity.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose an event is that carries several identities and no customer id: the customer of the first
 * identity that has one, else the anonymous customer of the first identity.
 */
public final class Choice {
  private Touch touch;
  private Map<Integer, String> customers = new HashMap<>();
  private String owner;
  private boolean late;

  public Touch getTouch() {
    return touch;
  }

  public void setTouch(Touch touch) {
    this.touch = touch;
  }

  /** The answer of each identity so far, by its place in the order; empty text for unknown. */
  public Map<Integer, String> getCustomers() {
    return customers;
  }

  public void setCustomers(Map<Integer, String> customers) {
    this.customers = customers;
  }

  /** The customer to whom the event was last given; null before that. */
  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  /** Whether the event came too late to count, so that it belongs to nobody. */
  public boolean isLate() {
    return late;
  }

  public void setLate(boolean late) {
    this.late = late;
  }

  /**
   * Takes the answer of one identity; a null customer is one that is not known. Of repeats of the
   * event that differ the one with the lesser content is kept; returns whether that is another now.
   */
  public boolean answer(Touch event, int rank, String customerId) {
    var before = touch;
    if (before == null || !event.equals(before) && lesser(event, before)) {
      touch = event;
    }
    customers.put(rank, customerId == null ? "" : customerId);
    return touch != before;
  }

  private static boolean lesser(Touch one, Touch other) {
    return one.content().compareTo(other.content()) < 0;
  }

  /** Whether every identity has answered. */
  public boolean complete() {
    return touch != null && customers.size() == touch.identities().size();
  }

  /** The customer as the answers stand. */
  public String choose() {
    return new TreeMap<>(customers)
        .values().stream()
            .filter(customer -> !customer.isEmpty())
            .findFirst()
            .orElse(touch.identities().get(0));
  }
}
