package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class UnwrittenProperties {
  private static ViewWrite view(int seed) {
    var json = seed % 3 == 0 ? null : "x".repeat(seed);
    return new ViewWrite("key" + seed % 5, seed % 2 == 0 ? null : "field", json, null, null);
  }

  /** What is held takes what the same takes that was put into an empty one. */
  @Property
  void holdsTheNewestOfEachPlaceAndKnowsWhatItTakes(
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> older,
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> newer) {
    var held = new Unwritten();
    newer.forEach(seed -> held.add(view(seed)));
    held.addOlder(older.stream().map(UnwrittenProperties::view).toList());

    var all = new ArrayList<>(older);
    all.addAll(newer);
    var newest = new LinkedHashMap<String, ViewWrite>();
    for (var seed : all) {
      newest.remove(view(seed).place());
      newest.put(view(seed).place(), view(seed));
    }
    assertThat(held.all()).containsExactlyElementsOf(newest.values());

    var bytes = held.bytes();
    var same = new Unwritten();
    same.addOlder(held.take());
    assertThat(same.bytes()).isEqualTo(bytes).isGreaterThanOrEqualTo(newest.size() * 200L);
    assertThat(held.isEmpty()).isTrue();
    assertThat(held.bytes()).isZero();
  }
}
