package io.campaignpulse.customer;

import io.campaignpulse.customer.CustomerNotice.Commanded;
import io.campaignpulse.customer.CustomerNotice.Defined;
import io.campaignpulse.customer.CustomerNotice.Learned;
import io.campaignpulse.customer.CustomerNotice.Modelled;
import io.campaignpulse.customer.CustomerNotice.Ranked;
import io.campaignpulse.customer.CustomerNotice.Settled;
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

/** How notices travel: what kind one is, and what it bears. */
public final class CustomerNoticeType extends TypeInfoFactory<CustomerNotice> {

  @Override
  public TypeInformation<CustomerNotice> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> none) {
    return new FormType<>(new Serializer());
  }

  private static final class NoticeForm implements Form<CustomerNotice> {
    private static final NoticeForm INSTANCE = new NoticeForm();

    private static final int COMMANDED = 0;
    private static final int DEFINED = 1;
    private static final int MODELLED = 2;
    private static final int RANKED = 3;
    private static final int SETTLED = 4;
    private static final int LEARNED = 5;

    @Override
    public Class<CustomerNotice> type() {
      return CustomerNotice.class;
    }

    @Override
    public void write(CustomerNotice notice, DataOutput out) throws IOException {
      if (notice instanceof Commanded commanded) {
        out.writeByte(COMMANDED);
        NoticeParts.writeCommand(commanded.command(), out);
      } else if (notice instanceof Defined defined) {
        out.writeByte(DEFINED);
        NoticeParts.writeCampaigns(defined.campaigns(), out);
      } else if (notice instanceof Modelled modelled) {
        out.writeByte(MODELLED);
        NoticeParts.writeModel(modelled.model(), out);
      } else if (notice instanceof Ranked ranked) {
        out.writeByte(RANKED);
        NoticeParts.writeRanks(ranked.ranks(), out);
      } else if (notice instanceof Settled settled) {
        out.writeByte(SETTLED);
        NoticeParts.writeSetting(settled.setting(), out);
      } else if (notice instanceof Learned learned) {
        out.writeByte(LEARNED);
        NoticeParts.NEWS.write(learned.news(), out);
      } else {
        throw new IllegalArgumentException("no notice: " + notice);
      }
    }

    @Override
    public CustomerNotice read(DataInput in) throws IOException {
      int kind = in.readByte();
      return switch (kind) {
        case COMMANDED -> new Commanded(NoticeParts.readCommand(in));
        case DEFINED -> new Defined(NoticeParts.readCampaigns(in));
        case MODELLED -> new Modelled(NoticeParts.readModel(in));
        case RANKED -> new Ranked(NoticeParts.readRanks(in));
        case SETTLED -> new Settled(NoticeParts.readSetting(in));
        case LEARNED -> new Learned(NoticeParts.NEWS.read(in));
        default -> throw new IOException("no notice of kind " + kind);
      };
    }
  }

  /** Serialises notices. */
  public static final class Serializer extends FormSerializer<CustomerNotice> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<CustomerNotice> form() {
      return NoticeForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<CustomerNotice> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that they were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<CustomerNotice> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
