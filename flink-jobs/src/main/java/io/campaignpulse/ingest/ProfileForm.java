package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes profiles field by field, and reads them again. */
public final class ProfileForm {
  private static final int OPT_OUT = 1;
  private static final int NO_CALLS = 2;

  private ProfileForm() {}

  public static void write(Profile profile, DataOutput out) throws IOException {
    Wire.writeText(out, profile.segment());
    Wire.writeText(out, profile.language());
    Wire.writeTexts(out, profile.tags());
    Wire.writeLong(out, profile.birthday());
    out.writeByte((profile.marketingOptOut() ? OPT_OUT : 0) | (profile.doNotCall() ? NO_CALLS : 0));
  }

  public static Profile read(DataInput in) throws IOException {
    var segment = Wire.readSharedText(in);
    var language = Wire.readSharedText(in);
    var tags = Wire.readSharedTexts(in);
    int birthday = Wire.readInt(in);
    int consent = in.readByte();
    return new Profile(
        segment, language, tags, birthday, (consent & OPT_OUT) != 0, (consent & NO_CALLS) != 0);
  }
}
