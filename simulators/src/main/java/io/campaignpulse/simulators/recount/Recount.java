package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.CampaignFigures;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The batch truth: every campaign's figures, counted by brute force from the whole set of events.
 *
 * <p>It knows nothing of how the running system counts; the two are compared in tests. Events are
 * taken as the door admits them. Where the design leaves room, this is how it is read:
 *
 * <ul>
 *   <li>Events with one {@code eventId} are one event, whatever their types.
 *   <li>The last record given of a campaign or customer is the one that holds; identities are
 *       learnt from every customer record.
 *   <li>A contact, call, visit, order or other interaction is told apart by its id within one
 *       customer. Seen through identities of two customers, it is two.
 *   <li>Every event of an interaction is credited by itself: two QUEUED events of one call may
 *       stand in two campaigns. Two ORDER events with one {@code orderId} are one order whose
 *       amounts add up.
 *   <li>The most recent contact is sought among those whose own window covers the interaction: a
 *       newer one with a shorter window that is over does not hide it.
 *   <li>A contact bounces for good: an interaction before its BOUNCED event isn't credited through
 *       it either. It still counts as a contact, contacts its customer, and assigns them.
 *   <li>A customer who was only ever held out and responds directly is a pass-along responder.
 *   <li>A return has its order's credit and its own minute, even when it is older than its order.
 *   <li>Figures of lift stand in the totals, the rows by variant and the minutes, not by channel or
 *       segment. {@code bought} asks for an order whatever the campaign's response types are.
 * </ul>
 */
public final class Recount {
  private Recount() {}

  /** Every defined campaign by its id, those without any figure included. */
  public static Map<String, RecountedCampaign> of(
      Collection<? extends SpecificRecord> events,
      Collection<Campaign> campaigns,
      Collection<Customer> customers,
      Currency currency) {
    var distinct = new HashMap<String, SpecificRecord>();
    events.forEach(event -> distinct.putIfAbsent(EventFields.eventId(event), event));

    var links = new Links(distinct.values(), customers);
    var pasts = new HashMap<String, CustomerPast>();
    for (var event : distinct.values()) {
      if (EventType.of(event) != EventType.OFFER_OUTCOME) {
        var owner = links.owner(EventFields.customer(event));
        pasts.computeIfAbsent(owner, o -> new CustomerPast(currency)).add(event);
      }
    }

    var book = new CampaignBook(campaigns);
    var segments = segments(customers);
    var counted = new TreeMap<String, RecountedCampaign>();
    book.all().forEach(c -> counted.put(c.id(), RecountedCampaign.empty(c.id())));
    pasts.forEach(
        (owner, past) ->
            new CustomerCount(past, book, segments.getOrDefault(owner, CampaignFigures.NONE))
                .addTo(counted));
    counted.values().forEach(RecountedCampaign::dropEmptyRows);
    return counted;
  }

  private static Map<String, String> segments(Collection<Customer> customers) {
    var segments = new LinkedHashMap<String, String>();
    for (var customer : customers) {
      var segment = customer.getSegment();
      segments.put(customer.getCustomerId(), segment == null ? CampaignFigures.NONE : segment);
    }
    return segments;
  }
}
