package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;

class WarmTest {
  private final Map<Object, String> disk = new HashMap<>();
  private String key;
  private int reads;
  private final Warm<String> warm = new Warm<>(new Disk(), () -> key, 2);

  private final class Disk implements ValueState<String> {
    @Override
    public String value() {
      reads++;
      return disk.get(key);
    }

    @Override
    public void update(String value) {
      disk.put(key, value);
    }

    @Override
    public void clear() {
      disk.remove(key);
    }
  }

  private String read(String of) throws Exception {
    key = of;
    return warm.value();
  }

  private void write(String of, String value) throws Exception {
    key = of;
    warm.update(value);
  }

  @Test
  void readsOnceAndTellsKeysApart() throws Exception {
    disk.put("anna", "A");
    disk.put("bert", "B");
    assertThat(read("anna")).isEqualTo("A");
    assertThat(read("bert")).isEqualTo("B");
    assertThat(read("anna")).isEqualTo("A");
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void readsOnceAlsoThatThereIsNothing() throws Exception {
    assertThat(read("anna")).isNull();
    assertThat(read("anna")).isNull();
    assertThat(reads).isEqualTo(1);
    write("anna", "A");
    assertThat(read("anna")).isEqualTo("A");
  }

  @Test
  void writesAtOnceAndReadsWhatWasWritten() throws Exception {
    write("anna", "A");
    write("anna", "newer");
    assertThat(disk).containsEntry("anna", "newer");
    assertThat(read("anna")).isEqualTo("newer");
    assertThat(reads).isZero();
  }

  @Test
  void forgetsWhatIsCleared() throws Exception {
    write("anna", "A");
    warm.clear();
    assertThat(disk).isEmpty();
    assertThat(read("anna")).isNull();
  }

  @Test
  void keepsThoseAtHandWhoWereAskedForLast() throws Exception {
    write("anna", "A");
    write("bert", "B");
    read("anna");
    write("carl", "C");
    read("anna");
    read("carl");
    assertThat(reads).isZero();
    assertThat(read("bert")).isEqualTo("B");
    assertThat(reads).isEqualTo(1);
  }
}
