package io.campaignpulse.identity;

import io.campaignpulse.ingest.ProfileForm;
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

/** How postings travel. */
public final class PostingType extends TypeInfoFactory<Posting> {

  @Override
  public TypeInformation<Posting> createTypeInfo(Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class PostingForm implements Form<Posting> {
    private static final PostingForm INSTANCE = new PostingForm();
    private static final Posting.Kind[] KINDS = Posting.Kind.values();

    @Override
    public Class<Posting> type() {
      return Posting.class;
    }

    @Override
    public void write(Posting posting, DataOutput out) throws IOException {
      Wire.writeText(out, posting.customer());
      out.writeByte(posting.kind().ordinal());
      if (posting.kind() == Posting.Kind.PROFILE) {
        ProfileForm.write(posting.profile(), out);
      } else {
        TouchForm.INSTANCE.write(posting.touch(), out);
      }
    }

    @Override
    public Posting read(DataInput in) throws IOException {
      var customer = Wire.readText(in);
      var kind = KINDS[in.readByte()];
      return kind == Posting.Kind.PROFILE
          ? Posting.profile(customer, ProfileForm.read(in))
          : new Posting(customer, kind, TouchForm.INSTANCE.read(in), null);
    }
  }

  /** Serialises postings. */
  public static final class Serializer extends FormSerializer<Posting> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Posting> form() {
      return PostingForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Posting> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that postings were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Posting> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
