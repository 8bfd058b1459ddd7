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

/** How answers travel. */
public final class AnswerType extends TypeInfoFactory<Answer> {

  @Override
  public TypeInformation<Answer> createTypeInfo(Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class AnswerForm implements Form<Answer> {
    private static final AnswerForm INSTANCE = new AnswerForm();

    @Override
    public Class<Answer> type() {
      return Answer.class;
    }

    @Override
    public void write(Answer answer, DataOutput out) throws IOException {
      TouchForm.INSTANCE.write(answer.touch(), out);
      Wire.writeLong(out, answer.rank());
      Wire.writeText(out, answer.customerId());
    }

    @Override
    public Answer read(DataInput in) throws IOException {
      return new Answer(TouchForm.INSTANCE.read(in), Wire.readInt(in), Wire.readText(in));
    }
  }

  /** Serialises them. */
  public static final class Serializer extends FormSerializer<Answer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Answer> form() {
      return AnswerForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Answer> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that they were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Answer> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
