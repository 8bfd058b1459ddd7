package io.campaignpulse.identity;

import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.TouchForm;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.FormSerializer;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** How links are kept. */
final class LinksType {
  /** Changes with what is written, as does the version of all state: another one is refused. */
  private static final int VERSION = 1;

  private LinksType() {}

  private static void check(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException("links of version " + version + ", which is not known here");
    }
  }

  private static final class LinksForm implements Form<Links> {
    private static final LinksForm INSTANCE = new LinksForm();

    @Override
    public Class<Links> type() {
      return Links.class;
    }

    @Override
    public void write(Links links, DataOutput out) throws IOException {
      out.writeByte(VERSION);
      Wire.writeText(out, links.getCustomerId());
      out.writeLong(links.getLinkedAt());
      Wire.writeLong(out, links.getTouches().size());
      for (var touch : links.getTouches().values()) {
        TouchForm.INSTANCE.write(touch, out);
      }
    }

    @Override
    public Links read(DataInput in) throws IOException {
      check(in.readByte());
      var links = new Links();
      links.setCustomerId(Wire.readText(in));
      links.setLinkedAt(in.readLong());
      int size = Wire.readInt(in);
      for (int i = 0; i < size; i++) {
        links.remember(TouchForm.INSTANCE.read(in));
      }
      return links;
    }

    @Override
    public Links copy(Links links) {
      var copy = new Links();
      copy.setCustomerId(links.getCustomerId());
      copy.setLinkedAt(links.getLinkedAt());
      copy.setTouches(new HashMap<>(links.getTouches()));
      return copy;
    }
  }

  /** Serialises them. */
  public static final class Serializer extends FormSerializer<Links> {
    private static final long serialVersionUID = 1L;

    @Override
    public Form<Links> form() {
      return LinksForm.INSTANCE;
    }

    @Override
    public TypeSerializerSnapshot<Links> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Remembers that they were serialised so. */
  public static final class Snapshot extends FormSerializer.Remembered<Links> {
    public Snapshot() {
      super(Serializer.class);
    }
  }
}
