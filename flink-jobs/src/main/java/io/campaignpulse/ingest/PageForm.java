package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How pages of events are kept. */
public final class PageForm {
  private PageForm() {}

  public static void write(Page page, DataOutput out) throws IOException {
    var bytes = page.bytes();
    Wire.writeLong(out, bytes.length);
    out.write(bytes);
    var index = page.index();
    Wire.writeLong(out, index.length);
    for (int number : index) {
      out.writeInt(number);
    }
  }

  public static Page read(DataInput in) throws IOException {
    var bytes = new byte[Wire.readInt(in)];
    in.readFully(bytes);
    var index = new int[Wire.readInt(in)];
    for (int i = 0; i < index.length; i++) {
      index[i] = in.readInt();
    }
    return new Page(bytes, index);
  }
}
