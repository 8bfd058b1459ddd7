package io.campaignpulse.response;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.Settled;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How what is left of older events is kept. */
final class SettledForm {
  private SettledForm() {}

  static void write(Settled settled, DataOutput out) throws IOException {
    writeStanding(settled, out);
    TallyType.write(settled.additive(), out);
  }

  static Settled read(DataInput in) throws IOException {
    return read(in, TallyType::read);
  }

  /** Writes one of which nothing may be additive. */
  static void writeAny(Settled settled, DataOutput out) throws IOException {
    writeStanding(settled, out);
    out.writeBoolean(settled.additive() != null);
    if (settled.additive() != null) {
      TallyType.write(settled.additive(), out);
    }
  }

  /** Reads what {@link #writeAny} wrote. */
  static Settled readAny(DataInput in) throws IOException {
    return read(in, from -> from.readBoolean() ? TallyType.read(from) : null);
  }

  private static void writeStanding(Settled settled, DataOutput out) throws IOException {
    writeFirst(settled.first(), out);
    writeFirst(settled.firstTreatment(), out);
    out.writeLong(settled.respondedAt());
    out.writeLong(settled.directAt());
    out.writeLong(settled.convertedAt());
    out.writeBoolean(settled.reacted());
    out.writeBoolean(settled.bought());
    Wire.writeLong(out, settled.spendMinor());
  }

  /** How the additive part is read. */
  private interface Additive {
    Tally read(DataInput in) throws IOException;
  }

  private static Settled read(DataInput in, Additive additive) throws IOException {
    return new Settled(
        readFirst(in),
        readFirst(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean(),
        in.readBoolean(),
        Wire.readLong(in),
        additive.read(in));
  }

  private static void writeFirst(Settled.FirstContact first, DataOutput out) throws IOException {
    Wire.writeText(out, first == null ? null : first.contactId());
    if (first != null) {
      out.writeLong(first.at());
      Wire.writeText(out, first.channel());
      Wire.writeText(out, first.variant());
    }
  }

  private static Settled.FirstContact readFirst(DataInput in) throws IOException {
    var contactId = Wire.readText(in);
    return contactId == null
        ? null
        : new Settled.FirstContact(in.readLong(), contactId, Wire.readText(in), Wire.readText(in));
  }
}
