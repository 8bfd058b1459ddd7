package io.campaignpulse.identity;

import io.campaignpulse.ingest.TouchForm;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.FormType;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How what is said to identities travels. */
public final class IdentityMessageType extends TypeInfoFactory<IdentityMessage> {

  @Override
  public TypeInformation<IdentityMessage> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class IdentityMessageForm implements Form<IdentityMessage> {
    private static final IdentityMessageForm INSTANCE = new IdentityMessageForm();

    @Override
    public Class<IdentityMessage> type() {
      return IdentityMessage.class;
    }

    @Override
    public void write(IdentityMessage message, DataOutput out) throws IOException {
      var link = message.touch() == null;
      Wire.writeText(out, message.identity());
      out.writeBoolean(link);
      if (link) {
        Wire.writeText(out, message.customerId());
        out.writeLong(message.at());
      } else {
        TouchForm.INSTANCE.write(message.touch(), out);
        Wire.writeLong(out, message.rank());
      }
    }

    @Override
    public IdentityMessage read(DataInput in) throws IOException {
      var identity = Wire.readText(in);
      return in.readBoolean()
          ? IdentityMessage.link(identity, Wire.readText(in), in.readLong())
          : new IdentityMessage(identity, TouchForm.INSTANCE.read(in), Wire.readInt(in), null, 0);
    }
  }

  /** Serialises them. */
  public static final class Serializer extends FormSerializer<IdentityMessage> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<IdentityMessage> form() {
      return IdentityMessageForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<IdentityMessage> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that they were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<IdentityMessage> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
