package io.campaignpulse.affinity;

import io.campaignpulse.affinity.core.Basket;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.FormType;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How baskets travel. */
public final class BasketCountType extends TypeInfoFactory<BasketCount> {

  @Override
  public TypeInformation<BasketCount> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class BasketCountForm implements Form<BasketCount> {
    private static final BasketCountForm INSTANCE = new BasketCountForm();

    @Override
    public Class<BasketCount> type() {
      return BasketCount.class;
    }

    @Override
    public void write(BasketCount count, DataOutput out) throws IOException {
      out.writeLong(count.day());
      out.writeByte(count.times());
      write(count.basket().products(), out);
      write(count.basket().categories(), out);
    }

    private static void write(List<String> items, DataOutput out) throws IOException {
      Wire.writeLong(out, items.size());
      for (var item : items) {
        Wire.writeText(out, item);
      }
    }

    @Override
    public BasketCount read(DataInput in) throws IOException {
      long day = in.readLong();
      int times = in.readByte();
      return new BasketCount(day, new Basket(readItems(in), readItems(in)), times);
    }

    private static List<String> readItems(DataInput in) throws IOException {
      int size = Wire.readInt(in);
      var items = new ArrayList<String>(size);
      for (int i = 0; i < size; i++) {
        items.add(Wire.readSharedText(in));
      }
      return items;
    }
  }

  /** Serialises baskets. */
  public static final class Serializer extends FormSerializer<BasketCount> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<BasketCount> form() {
      return BasketCountForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<BasketCount> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that baskets were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<BasketCount> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
