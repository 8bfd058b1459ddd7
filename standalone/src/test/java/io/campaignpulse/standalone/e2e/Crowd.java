package io.campaignpulse.standalone.e2e;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.simulators.recount.Recount;
import io.campaignpulse.simulators.recount.RecountedCampaign;
import io.campaignpulse.standalone.truth.RandomHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** Many small crowded histories side by side, each with people of its own, all of one company. */
final class Crowd {
  private static final int EVENTS_EACH = 40;

  private final List<Campaign> campaigns;
  private final List<Customer> customers = new ArrayList<>();
  private final List<SpecificRecord> events = new ArrayList<>();

  Crowd(Random random, int histories) throws InvalidRecordException {
    campaigns = new RandomHistory(random).campaigns();
    var door = new Door(Pulse.USD);
    for (int number = 0; number < histories; number++) {
      var history = new RandomHistory(random);
      for (var customer : history.customers()) {
        customers.add(own(customer, number));
      }
      for (var event : history.events(EVENTS_EACH)) {
        events.add(door.admit(own(event, number), Instant.now()));
      }
    }
  }

  List<Campaign> campaigns() {
    return campaigns;
  }

  List<Customer> customers() {
    return customers;
  }

  List<SpecificRecord> events() {
    return events;
  }

  Map<String, RecountedCampaign> recount() {
    return Recount.of(events, campaigns, customers, Pulse.USD);
  }

  private static Customer own(Customer customer, int number) {
    customer.setCustomerId(text(customer.getCustomerId(), number));
    customer.setPhones(customer.getPhones().stream().map(each -> phone(each, number)).toList());
    customer.setEmails(customer.getEmails().stream().map(each -> text(each, number)).toList());
    return customer;
  }

  private static SpecificRecord own(SpecificRecord event, int number) {
    var ref = (CustomerRef) event.get(event.getSchema().getField("customer").pos());
    ref.setCustomerId(text(ref.getCustomerId(), number));
    ref.setPhone(phone(ref.getPhone(), number));
    ref.setEmail(text(ref.getEmail(), number));
    ref.setVisitorId(text(ref.getVisitorId(), number));
    var eventId = event.getSchema().getField("eventId").pos();
    event.put(eventId, text((String) event.get(eventId), number));
    return event;
  }

  private static String text(String value, int number) {
    return value == null ? null : "h" + number + "-" + value;
  }

  /** The last digit says which one it is, those before it whose history it is of. */
  private static String phone(String value, int number) {
    return value == null
        ? null
        : "+4930" + (1_000_000 + number * 10 + value.charAt(value.length() - 1) - '0');
  }
}
