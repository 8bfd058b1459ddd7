package io.campaignpulse.offers;

import io.campaignpulse.events.Json;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.FormType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How news of offers travel: as JSON, as there are a few a second. */
public final class OfferNewsType extends TypeInfoFactory<OfferNews> {

  @Override
  public TypeInformation<OfferNews> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class OfferNewsForm implements Form<OfferNews> {
    private static final OfferNewsForm INSTANCE = new OfferNewsForm();

    @Override
    public Class<OfferNews> type() {
      return OfferNews.class;
    }

    @Override
    public void write(OfferNews news, DataOutput out) throws IOException {
      var bytes = Json.MAPPER.writeValueAsBytes(news);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public OfferNews read(DataInput in) throws IOException {
      var bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return Json.MAPPER.readValue(bytes, OfferNews.class);
    }
  }

  /** Serialises news of offers. */
  public static final class Serializer extends FormSerializer<OfferNews> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<OfferNews> form() {
      return OfferNewsForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<OfferNews> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that it was serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<OfferNews> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
