package io.campaignpulse.serving;

import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How a checkpoint keeps views that wait, and a writer those it wrote: many in one piece, as each
 * piece costs a checkpoint several system calls and a line in its table of contents.
 */
final class ViewsForm implements SimpleVersionedSerializer<List<ViewWrite>> {
  /** The first version, of which each piece is a single view. */
  private static final int SINGLE = 1;

  private static final int VERSION = 2;
  private static final int USUAL_SIZE = 512;

  private final Form<ViewWrite> form = new ViewWriteType.Serializer().form();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(List<ViewWrite> views) {
    try {
      var out = new DataOutputSerializer(USUAL_SIZE);
      Wire.writeLong(out, views.size());
      for (var view : views) {
        form.write(view, out);
      }
      return out.getCopyOfBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The views that {@link #serialize} wrote. */
  List<ViewWrite> deserialize(byte[] serialized) {
    try {
      return deserialize(VERSION, serialized);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ViewWrite> deserialize(int version, byte[] serialized) throws IOException {
    var in = new DataInputDeserializer(serialized);
    if (version == SINGLE) {
      return List.of(form.read(in));
    }
    if (version != VERSION) {
      throw new IOException("state of version " + version + ", which is not known here");
    }
    int size = Wire.readInt(in);
    var views = new ArrayList<ViewWrite>();
    for (int i = 0; i < size; i++) {
      views.add(form.read(in));
    }
    return views;
  }
}
