package io.campaignpulse.identity;

import io.campaignpulse.identity.core.Choice;
import io.campaignpulse.ingest.TouchForm;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How choices are kept. */
final class ChoiceType {
  /** Changes with what is written, as does the version of all state: another one is refused. */
  private static final int VERSION = 2;

  private ChoiceType() {}

  private static void check(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException("a choice of version " + version + ", which is not known here");
    }
  }

  private static final class ChoiceForm implements Form<Choice> {
    private static final ChoiceForm INSTANCE = new ChoiceForm();

    @Override
    public Class<Choice> type() {
      return Choice.class;
    }

    @Override
    public void write(Choice choice, DataOutput out) throws IOException {
      out.writeByte(VERSION);
      TouchForm.INSTANCE.write(choice.getTouch(), out);
      Wire.writeText(out, choice.getOwner());
      out.writeBoolean(choice.isLate());
      Wire.writeLong(out, choice.getCustomers().size());
      for (var answer : choice.getCustomers().entrySet()) {
        Wire.writeLong(out, answer.getKey());
        Wire.writeText(out, answer.getValue());
      }
    }

    @Override
    public Choice read(DataInput in) throws IOException {
      check(in.readByte());
      var choice = new Choice();
      choice.setTouch(TouchForm.INSTANCE.read(in));
      choice.setOwner(Wire.readText(in));
      choice.setLate(in.readBoolean());
      int size = Wire.readInt(in);
      for (int i = 0; i < size; i++) {
        choice.getCustomers().put(Wire.readInt(in), Wire.readText(in));
      }
      return choice;
    }

    @Override
    public Choice copy(Choice choice) {
      var copy = new Choice();
      copy.setTouch(choice.getTouch());
      copy.setOwner(choice.getOwner());
      copy.setLate(choice.isLate());
      copy.setCustomers(new HashMap<>(choice.getCustomers()));
      return copy;
    }
  }

  /** Serialises them. */
  public static final class Serializer extends FormSerializer<Choice> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Choice> form() {
      return ChoiceForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Choice> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that they were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Choice> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
