package io.campaignpulse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes a value and reads it again. */
public final class Again {
  private Again() {}

  /** The value as it is read after it was written, of which not a byte may be left. */
  public static <T> T of(TypeSerializer<T> serializer, T value) throws IOException {
    var out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    var in = new DataInputDeserializer(out.getCopyOfBuffer());
    var read = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return read;
  }
}
