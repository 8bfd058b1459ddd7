package io.campaignpulse.customer;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.OfferNewsType;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Position;
import io.campaignpulse.value.core.BgNbd;
import io.campaignpulse.value.core.GammaGamma;
import io.campaignpulse.value.core.ValueModel;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How what notices bear is written, and read again. */
final class NoticeParts {
  static final Form<OfferNews> NEWS = new OfferNewsType.Serializer().form();

  private static final Touch.Kind[] KINDS = Touch.Kind.values();

  private NoticeParts() {}

  static void writeCommand(Command command, DataOutput out) throws IOException {
    Wire.writeText(out, command.name());
    out.writeLong(command.eventTime());
    var position = command.position();
    out.writeBoolean(position != null);
    if (position != null) {
      Wire.writeText(out, position.topic());
      out.writeInt(position.partition());
      out.writeLong(position.offset());
    }
  }

  static Command readCommand(DataInput in) throws IOException {
    var name = Wire.readText(in);
    long eventTime = in.readLong();
    var position =
        in.readBoolean() ? new Position(Wire.readText(in), in.readInt(), in.readLong()) : null;
    return new Command(name, position, eventTime);
  }

  static void writeCampaigns(List<CampaignTerms> campaigns, DataOutput out) throws IOException {
    out.writeInt(campaigns.size());
    for (var terms : campaigns) {
      writeTerms(terms, out);
    }
  }

  static List<CampaignTerms> readCampaigns(DataInput in) throws IOException {
    int size = in.readInt();
    var campaigns = new ArrayList<CampaignTerms>();
    for (int n = 0; n < size; n++) {
      campaigns.add(readTerms(in));
    }
    return campaigns;
  }

  private static void writeTerms(CampaignTerms terms, DataOutput out) throws IOException {
    Wire.writeText(out, terms.campaignId());
    out.writeLong(terms.startsAt());
    out.writeLong(terms.endsAt());
    out.writeLong(terms.windowMillis());
    out.writeInt(terms.counted().size());
    for (var kind : terms.counted()) {
      out.writeByte(kind.ordinal());
    }
    out.writeBoolean(terms.directOnly());
    Wire.writeText(out, terms.controlVariant());
    Wire.writeTexts(out, terms.codes());
    Wire.writeTexts(out, terms.numbers());
    out.writeDouble(terms.priorityShare());
  }

  private static CampaignTerms readTerms(DataInput in) throws IOException {
    return new CampaignTerms(
        Wire.readText(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        readKinds(in),
        in.readBoolean(),
        Wire.readText(in),
        Wire.readTexts(in),
        Wire.readTexts(in),
        in.readDouble());
  }

  private static List<Touch.Kind> readKinds(DataInput in) throws IOException {
    int size = in.readInt();
    var kinds = new ArrayList<Touch.Kind>();
    for (int n = 0; n < size; n++) {
      kinds.add(KINDS[in.readByte()]);
    }
    return kinds;
  }

  static void writeModel(ValueModel model, DataOutput out) throws IOException {
    var purchases = model.purchases();
    out.writeDouble(purchases.r());
    out.writeDouble(purchases.alpha());
    out.writeDouble(purchases.a());
    out.writeDouble(purchases.b());
    var spend = model.spend();
    out.writeDouble(spend.p());
    out.writeDouble(spend.q());
    out.writeDouble(spend.v());
    out.writeDouble(model.horizonWeeks());
  }

  static ValueModel readModel(DataInput in) throws IOException {
    return new ValueModel(
        new BgNbd(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
        new GammaGamma(in.readDouble(), in.readDouble(), in.readDouble()),
        in.readDouble());
  }

  static void writeRanks(ValueRanks ranks, DataOutput out) throws IOException {
    out.writeLong(ranks.asOf());
    out.writeLong(ranks.customers());
    out.writeLong(ranks.buyers());
    out.writeDouble(ranks.tierA());
    out.writeDouble(ranks.tierB());
    out.writeInt(ranks.quantiles().length);
    for (var quantile : ranks.quantiles()) {
      out.writeDouble(quantile);
    }
  }

  static ValueRanks readRanks(DataInput in) throws IOException {
    long asOf = in.readLong();
    long customers = in.readLong();
    long buyers = in.readLong();
    double tierA = in.readDouble();
    double tierB = in.readDouble();
    var quantiles = new double[in.readInt()];
    for (int n = 0; n < quantiles.length; n++) {
      quantiles[n] = in.readDouble();
    }
    return new ValueRanks(asOf, customers, buyers, tierA, tierB, quantiles);
  }

  static void writeSetting(Setting setting, DataOutput out) throws IOException {
    Wire.writeText(out, setting.topic());
    out.writeInt(setting.bytes().length);
    out.write(setting.bytes());
  }

  static Setting readSetting(DataInput in) throws IOException {
    var topic = Wire.readText(in);
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Setting(topic, bytes);
  }
}
