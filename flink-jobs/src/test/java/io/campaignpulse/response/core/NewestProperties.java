package io.campaignpulse.response.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NewestProperties {
  private static final int SPARE = Newest.KEPT - NewestInteractions.SHOWN;

  /** Some entries, of which several are of one moment. */
  private static List<Entry> entries(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(NewestProperties::entry).toList());
  }

  private static Entry entry(int n) {
    return new Entry("e" + n, n / 3, "VISIT", "anna", false, null, null, 0);
  }

  private static List<Entry> newest(List<Entry> entries, int most) {
    return entries.stream()
        .sorted(Comparator.comparingLong(Entry::at).thenComparing(Entry::eventId).reversed())
        .limit(most)
        .toList();
  }

  @Property
  void inWhateverOrderAndHoweverOftenTheyComeTheNewestAreKept(
      @ForAll @IntRange(max = 90) int count, @ForAll Random random) {
    var coming = entries(count);
    coming.addAll(coming.stream().filter(one -> random.nextInt(3) == 0).toList());
    Collections.shuffle(coming, random);
    var newest = new Newest();
    coming.stream().filter(one -> newest.takes(one.at())).forEach(newest::add);
    assertThat(newest.entries()).isEqualTo(newest(entries(count), Newest.KEPT));
  }

  @Property
  void asManyAsAreKeptInReserveMayGoAndTheNewestAreStillShown(
      @ForAll @IntRange(max = 90) int count, @ForAll Random random) {
    var all = entries(count);
    Collections.shuffle(all, random);
    var going = all.subList(0, Math.min(count, SPARE));
    var newest = new Newest();
    for (var one : all) {
      newest.add(one);
    }
    Collections.shuffle(going, random);
    going.forEach(newest::remove);
    var left = all.subList(going.size(), count);
    assertThat(newest(newest.entries(), NewestInteractions.SHOWN))
        .isEqualTo(newest(left, NewestInteractions.SHOWN));
  }

  @Property
  void whatWasAddedUpApartComesToTheSame(
      @ForAll @IntRange(max = 90) int count, @ForAll Random random) {
    var all = entries(count);
    Collections.shuffle(all, random);
    int half = count == 0 ? 0 : random.nextInt(count);
    var newest = new Newest();
    for (var part : List.of(all.subList(0, half), all.subList(half, count))) {
      var apart = new Newest();
      part.forEach(apart::add);
      apart.entries().forEach(newest::add);
    }
    assertThat(newest.entries()).isEqualTo(newest(all, Newest.KEPT));
  }
}
