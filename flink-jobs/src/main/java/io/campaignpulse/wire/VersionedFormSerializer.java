package io.campaignpulse.wire;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serialises by a {@link Form} what a sink keeps in its state. */
public final class VersionedFormSerializer<T> implements SimpleVersionedSerializer<T> {
  private static final int VERSION = 1;
  private static final int USUAL_SIZE = 512;

  private final Form<T> form;

  public VersionedFormSerializer(Form<T> form) {
    this.form = form;
  }

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(T value) throws IOException {
    var out = new DataOutputSerializer(USUAL_SIZE);
    form.write(value, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public T deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("state of version " + version + ", which is not known here");
    }
    return form.read(new DataInputDeserializer(serialized));
  }
}
