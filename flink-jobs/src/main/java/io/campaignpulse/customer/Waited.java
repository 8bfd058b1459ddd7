package io.campaignpulse.customer;

import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Who waited to be shown when a checkpoint passed, as state. Nothing changes it, so that a
 * checkpoint need not copy it while events wait: it is written beside them.
 *
 * @param customers in the order of their turns
 */
record Waited(List<String> customers) {
  private static final int USUAL_BYTES = 1_024;

  private static final class WaitedForm implements Form<Waited> {
    private static final WaitedForm INSTANCE = new WaitedForm();

    @Override
    public Class<Waited> type() {
      return Waited.class;
    }

    /** At one go, as a checkpoint's stream takes tens of thousands of texts letter by letter. */
    @Override
    public void write(Waited waited, DataOutput out) throws IOException {
      var texts = new DataOutputSerializer(USUAL_BYTES);
      Wire.writeTexts(texts, waited.customers);
      out.writeInt(texts.length());
      out.write(texts.getSharedBuffer(), 0, texts.length());
    }

    @Override
    public Waited read(DataInput in) throws IOException {
      var texts = new byte[in.readInt()];
      in.readFully(texts);
      return new Waited(Wire.readTexts(new DataInputDeserializer(texts)));
    }
  }

  /** Serialises those who waited. */
  public static final class Serializer extends FormSerializer<Waited> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Waited> form() {
      return WaitedForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Waited> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that those who waited were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Waited> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
