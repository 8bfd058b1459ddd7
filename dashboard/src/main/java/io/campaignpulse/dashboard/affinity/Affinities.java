package io.campaignpulse.dashboard.affinity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.affinity.Sort.Partnered;
import io.campaignpulse.dashboard.ports.AffinityStore;
import io.campaignpulse.dashboard.ports.AffinityStore.Around;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what is bought together, and how much more often than by chance. */
public final class Affinities {
  private final AffinityStore store;
  private final ProductNames names;
  private final OfferedItems offered;

  public Affinities(AffinityStore store, ReferenceStore references) {
    this.store = store;
    this.names = new ProductNames(references);
    this.offered = new OfferedItems(references);
  }

  /** What is bought with an item, the strongest first. */
  public ObjectNode around(Kind kind, String item, Range range, Sort sort, int limit) {
    var found = store.around(kind, item);
    var pairs = partnered(found, range).stream().sorted(sort.order()).limit(limit).toList();
    var asked = new ArrayList<>(pairs.stream().map(Partnered::item).toList());
    asked.add(item);
    var known = names.of(kind, asked);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind.toString()).put("item", item).put("name", known.get(item));
    json.put("baskets", range.of(found.count()));
    writeTotal(json, found.total(), range);
    json.put("partners", found.partnersInAll()).put("lookedAt", found.partners().size());
    var list = json.putArray("pairs");
    for (var pair : pairs) {
      var row = list.addObject().put("item", pair.item()).put("name", known.get(pair.item()));
      write(row, pair.association());
    }
    return json;
  }

  private static List<Partnered> partnered(Around found, Range range) {
    var pairs = new ArrayList<Partnered>();
    for (var partner : found.partners()) {
      var other = found.counts().getOrDefault(partner.item(), Count.NONE);
      var association =
          new Association(
              range.of(partner), range.of(found.count()), range.of(other), range.of(found.total()));
      if (association.together() > 0) {
        pairs.add(new Partnered(partner.item(), association));
      }
    }
    return pairs;
  }

  /** The pairs that belong together most, and whether anything of them is offered. */
  public ObjectNode strongest(Kind kind) {
    var found = store.strongest(kind);
    var known = names.of(kind, found.counts().keySet());
    var proposed = offered.all();
    var json = JsonNodeFactory.instance.objectNode().put("kind", kind.toString());
    writeTotal(json, found.total(), Range.ALL);
    var list = json.putArray("pairs");
    for (var pair : found.pairs()) {
      var row = list.addObject().put("one", pair.one()).put("other", pair.other());
      row.put("oneName", known.get(pair.one())).put("otherName", known.get(pair.other()));
      var one = found.counts().getOrDefault(pair.one(), Count.NONE).baskets();
      var other = found.counts().getOrDefault(pair.other(), Count.NONE).baskets();
      write(row, new Association(pair.baskets(), one, other, found.total().baskets()));
      row.put("offered", proposed.contains(pair.one()) || proposed.contains(pair.other()));
    }
    return json;
  }

  private static void writeTotal(ObjectNode json, Total total, Range range) {
    json.put("total", range.of(total)).put("range", range.toString());
    json.put("recentDays", range == Range.RECENT ? total.recentDays() : null);
    json.put("missing", total.missing());
  }

  private static void write(ObjectNode row, Association association) {
    row.put("together", association.together());
    row.put("support", number(association.support()));
    row.put("confidence", number(association.confidence()));
    row.put("lift", number(association.lift()));
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
