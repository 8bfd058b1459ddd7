package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.wire.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;

class WarmTest {
  private final Map<Object, String> disk = new HashMap<>();
  private String key;
  private int reads;
  private int written;
  private final Warm<String> warm =
      new Warm<>(new Disk(), new Texts(), () -> key, 2, new Shelf(1, 1_024));

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

  private final class Texts implements Form<String> {
    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public void write(String value, DataOutput out) throws IOException {
      written++;
      out.writeUTF(value);
    }

    @Override
    public String read(DataInput in) throws IOException {
      return in.readUTF();
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
    var anna = new String("A");
    var bert = new String("B");
    var carl = new String("C");
    write("anna", anna);
    write("bert", bert);
    read("anna");
    write("carl", carl);
    assertThat(read("anna")).isSameAs(anna);
    assertThat(read("carl")).isSameAs(carl);
    assertThat(read("bert")).isEqualTo("B").isNotSameAs(bert);
    assertThat(reads).isZero();
  }

  @Test
  void readsAgainWhatWasPutOffTheShelf() throws Exception {
    var long1 = "x".repeat(600);
    var long2 = "y".repeat(600);
    write("anna", long1);
    write("bert", long2);
    write("carl", "C");
    write("dora", "D");
    assertThat(reads).isZero();
    assertThat(read("anna")).isEqualTo(long1);
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void shelvesAlsoThatThereIsNothing() throws Exception {
    read("anna");
    write("bert", "B");
    write("carl", "C");
    assertThat(read("anna")).isNull();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void forgetsOnTheShelfWhatIsCleared() throws Exception {
    write("anna", "A");
    write("bert", "B");
    write("carl", "C");
    key = "anna";
    warm.clear();
    write("bert", "B");
    write("carl", "C");
    assertThat(read("anna")).isNull();
  }

  @Test
  void shelvesAnewOnlyWhatIsAnother() throws Exception {
    write("anna", "A");
    write("bert", "B");
    write("carl", "C");
    assertThat(written).isEqualTo(1);
    read("anna");
    assertThat(written).isEqualTo(2);
    read("bert");
    read("carl");
    assertThat(written).as("C was shelved, A lies there").isEqualTo(3);
    write("bert", "newer");
    read("anna");
    read("carl");
    assertThat(written).isEqualTo(4);
    assertThat(read("bert")).isEqualTo("newer");
    assertThat(reads).isZero();
  }
}
