package io.campaignpulse.serving;

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

/**
 * How views travel: their texts are long, and Flink's own way takes them character by character.
 */
public final class ViewWriteType extends TypeInfoFactory<ViewWrite> {

  @Override
  public TypeInformation<ViewWrite> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class ViewWriteForm implements Form<ViewWrite> {
    private static final ViewWriteForm INSTANCE = new ViewWriteForm();

    @Override
    public Class<ViewWrite> type() {
      return ViewWrite.class;
    }

    @Override
    public void write(ViewWrite view, DataOutput out) throws IOException {
      Wire.writeText(out, view.key());
      Wire.writeText(out, view.field());
      Wire.writeText(out, view.json());
      Wire.writeText(out, view.campaignId());
      out.writeBoolean(view.minute() != null);
      if (view.minute() != null) {
        out.writeLong(view.minute());
      }
    }

    @Override
    public ViewWrite read(DataInput in) throws IOException {
      return new ViewWrite(
          Wire.readText(in),
          Wire.readText(in),
          Wire.readText(in),
          Wire.readText(in),
          in.readBoolean() ? Long.valueOf(in.readLong()) : null);
    }
  }

  /** Serialises views. */
  public static final class Serializer extends FormSerializer<ViewWrite> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<ViewWrite> form() {
      return ViewWriteForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<ViewWrite> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that views were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<ViewWrite> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
