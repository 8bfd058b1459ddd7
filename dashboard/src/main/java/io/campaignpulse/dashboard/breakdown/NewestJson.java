package io.campaignpulse.dashboard.breakdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.queues.CallerNames;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the newest interactions of a slice, with who the customers are by now. */
final class NewestJson {
  private final CallerNames names;
  private final CustomerStore customers;
  private final Currency currency;

  NewestJson(ReferenceStore references, CustomerStore customers, Currency currency) {
    this.names = new CallerNames(references);
    this.customers = customers;
    this.currency = currency;
  }

  private record People(Map<String, String> names, Map<String, Known> known) {}

  void write(ObjectNode breakdown, Slice slice, Cells cells) {
    var lists = new EnumMap<Listing, List<Entry>>(Listing.class);
    for (var listing : Listing.values()) {
      lists.put(listing, slice.newest(cells, listing));
    }
    var people = people(lists);
    lists.forEach(
        (listing, entries) -> {
          var list = breakdown.putArray(listing.name().toLowerCase(Locale.ROOT));
          entries.forEach(entry -> write(list, entry, people));
        });
  }

  private People people(Map<Listing, List<Entry>> lists) {
    Set<String> ids =
        lists.values().stream()
            .flatMap(List::stream)
            .map(Entry::customerId)
            .filter(id -> !Identities.namesNobody(id))
            .collect(Collectors.toSet());
    return new People(names.ofCustomers(ids), customers.findAll(ids));
  }

  /** Who is known by nothing but an identity has no card, no name and no tier. */
  private void write(ArrayNode list, Entry entry, People people) {
    var id = entry.customerId();
    var nobody = Identities.namesNobody(id);
    var json = list.addObject();
    json.put("eventId", entry.eventId());
    json.put("at", Instant.ofEpochMilli(entry.at()).toString());
    json.put("kind", entry.kind());
    json.put("act", entry.act() == null ? null : entry.act().name());
    json.put("channel", entry.channel());
    json.put("customerId", nobody ? null : id);
    json.put("identity", nobody ? id : null);
    json.put("name", people.names.get(id));
    json.put("tier", nobody ? null : tier(people.known.get(id)));
    json.put("direct", entry.listing() == Listing.CONTACTS ? null : entry.direct());
    json.put("amount", entry.listing() == Listing.ORDERS ? amount(entry) : null);
  }

  private static String tier(Known known) {
    return known == null || known.value() == null || known.value().tier() == null
        ? ValueRanks.C
        : known.value().tier();
  }

  private String amount(Entry entry) {
    return Money.fromMinor(entry.amountMinor(), currency).toPlainString();
  }
}
