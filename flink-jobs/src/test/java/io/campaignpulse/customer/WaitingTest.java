package io.campaignpulse.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Who waits to be shown, and what is kept of it. */
class WaitingTest {
  private static final long NOW = 1_000_000;

  private final Waiting waiting = new Waiting();

  @Test
  void keepsWhoWaitedWhenItWasAskedWhoeverComesAndGoesThen() throws Exception {
    List.of("anna", "bert", "carl").forEach(customer -> waiting.add(customer, NOW, NOW));
    var kept = new Waited(waiting.names());
    assertThat(waiting.take(NOW + 100)).isEqualTo("anna");
    waiting.add("dora", NOW, NOW);
    assertThat(again(kept).customers()).containsExactly("anna", "bert", "carl");
    assertThat(waiting.names()).containsExactly("bert", "carl", "dora");
  }

  @Test
  void readsAllWhoWaitedAgainWhateverTheirNames() throws Exception {
    var names = IntStream.range(0, 3_000).mapToObj(i -> "müller-" + i).toList();
    assertThat(again(new Waited(names)).customers()).isEqualTo(names);
    assertThat(again(new Waited(List.of())).customers()).isEmpty();
  }

  private static Waited again(Waited waited) throws Exception {
    var serializer = new Waited.Serializer();
    var out = new DataOutputSerializer(16);
    serializer.serialize(serializer.copy(waited), out);
    var in = new DataInputDeserializer(out.getCopyOfBuffer());
    var read = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return read;
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyWaiting() {
    waiting.add("anna", NOW + 3_600_000, NOW);
    assertThat(waiting.take(NOW)).isNull();
    assertThat(waiting.atOnce(NOW + 100, NOW)).isTrue();
    assertThat(waiting.take(NOW + 100)).isEqualTo("anna");
  }
}
