package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes profiles field by field, and reads them again. */
public final class ProfileForm {
  private static final int OPT_OUT = 1;
  private static final int NO_CALLS = 2;

  private ProfileForm() {}

  public static void write(Profile profile, DataOutput out) throws IOException {
    Wire.writeText(out, profile.segment());
    Wire.writeText(out, profile.language());
    Wire.writeLong(out, profile.tags().size());
    for (var tag : profile.tags()) {
      Wire.writeText(out, tag);
    }
    Wire.writeLong(out, profile.birthday());
    out.writeByte((profile.marketingOptOut() ? OPT_OUT : 0) | (profile.doNotCall() ? NO_CALLS : 0));
  }

  public static Profile read(DataInput in) throws IOException {
    var segment = Wire.readSharedText(in);
    var language = Wire.readSharedText(in);
    var tags = readTags(in);
    int birthday = Wire.readInt(in);
    int consent = in.readByte();
    return new Profile(
        segment, language, tags, birthday, (consent & OPT_OUT) != 0, (consent & NO_CALLS) != 0);
  }

  private static List<String> readTags(DataInput in) throws IOException {
    int size = Wire.readInt(in);
    if (size == 0) {
      return List.of();
    }
    var tags = new ArrayList<String>(size);
    for (int i = 0; i < size; i++) {
      tags.add(Wire.readSharedText(in));
    }
    return tags;
  }
}
