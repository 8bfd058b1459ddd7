package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ShelfProperties {
  private static final int BLOCK = 512;

  /** A value of so many bytes, all alike. */
  record Put(String key, int length, byte content) {
    byte[] value() {
      var value = new byte[length + 3];
      Arrays.fill(value, content);
      return value;
    }
  }

  @Provide
  Arbitrary<List<Put>> puts() {
    var keys =
        Arbitraries.integers().between(0, 40).map(n -> "Aa".repeat(n % 3) + "BB".repeat(n % 5) + n);
    var lengths =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 60)),
            Tuple.of(1, Arbitraries.integers().between(480, 700)));
    return Combinators.combine(keys, lengths, Arbitraries.bytes())
        .as(Put::new)
        .list()
        .ofMaxSize(200);
  }

  @Property
  void findsWhatAKeyHadLastOrNothing(@ForAll("puts") List<Put> puts) throws IOException {
    var shelf = new Shelf(3, BLOCK);
    Map<String, Put> last = new HashMap<>();
    for (var put : puts) {
      shelf.put(put.key, put.value(), put.length);
      last.put(put.key, put);
      for (var known : last.values()) {
        assertThat(found(shelf, known)).isNotEqualTo("another");
      }
    }
    assertThat(shelf.get("never put")).isNull();
  }

  /** Whether a key has this, something else, or is unknown. */
  private static String found(Shelf shelf, Put put) throws IOException {
    var found = shelf.get(put.key);
    if (found == null) {
      return "unknown";
    }
    var bytes = new byte[found.available()];
    found.read(bytes, 0, bytes.length);
    return Arrays.equals(bytes, Arrays.copyOf(put.value(), put.length)) ? "this" : "another";
  }

  @Property
  void findsWhatWasPutJustNow(@ForAll("puts") List<Put> puts) throws IOException {
    var shelf = new Shelf(3, BLOCK);
    for (var put : puts) {
      shelf.put(put.key, put.value(), put.length);
      assertThat(found(shelf, put)).isEqualTo(fits(put) ? "this" : "unknown");
    }
  }

  private static boolean fits(Put put) {
    return 8 + 2 * put.key.length() + put.length <= BLOCK;
  }

  @Example
  void keepsAlmostAllThatIsPutLately() {
    var shelf = new Shelf(64, 64 * 1024);
    int all = 10_000;
    for (int i = 0; i < all; i++) {
      shelf.put("L" + i, new byte[300], 300);
    }
    int kept = 0;
    for (int i = 0; i < all; i++) {
      kept += shelf.get("L" + i) == null ? 0 : 1;
    }
    assertThat(kept).isGreaterThan(all * 95 / 100);
  }

  @Example
  void forgetsTheOldestWhenItIsFull() {
    var shelf = new Shelf(4, 64 * 1024);
    for (int i = 0; i < 2_000; i++) {
      shelf.put("L" + i, new byte[300], 300);
    }
    assertThat(shelf.get("L0")).isNull();
    assertThat(shelf.get("L1000")).isNull();
    assertThat(shelf.get("L1999")).isNotNull();
    assertThat(shelf.get("L1500")).isNotNull();
  }
}
