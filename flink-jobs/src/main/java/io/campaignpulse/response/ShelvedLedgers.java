package io.campaignpulse.response;

import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.WorkedOut;
import io.campaignpulse.wire.Form;
import io.campaignpulse.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * How ledgers are written that will soon be asked for again in the same process: with what was
 * worked out of them, which holds as long as campaigns stay as they are.
 */
public final class ShelvedLedgers implements Form<Ledger> {
  private static final int NOTHING = 0;

  private final Form<Ledger> form = new LedgerType.Serializer().form();
  private final Supplier<CampaignBook> books;
  private CampaignBook book;

  /** The number of the book among all that there were here. */
  private int edition = NOTHING;

  /**
   * @param books the campaigns of now: another one whenever they change
   */
  public ShelvedLedgers(Supplier<CampaignBook> books) {
    this.books = books;
  }

  @Override
  public Class<Ledger> type() {
    return form.type();
  }

  @Override
  public Ledger copy(Ledger ledger) {
    return form.copy(ledger);
  }

  @Override
  public void write(Ledger ledger, DataOutput out) throws IOException {
    lookUp();
    form.write(ledger, out);
    var worked = ledger.workedOut(book);
    out.writeInt(worked == null ? NOTHING : edition);
    if (worked != null) {
      write(worked, out);
    }
  }

  @Override
  public Ledger read(DataInput in) throws IOException {
    lookUp();
    var ledger = form.read(in);
    int workedOutBy = in.readInt();
    if (workedOutBy != NOTHING && workedOutBy == edition) {
      ledger.takeUp(readWorkedOut(in), book);
    }
    return ledger;
  }

  private void lookUp() {
    var now = books.get();
    if (now != book) {
      book = now;
      edition++;
    }
  }

  private static void write(WorkedOut worked, DataOutput out) throws IOException {
    Wire.writeLong(out, worked.standings().size());
    for (var standing : worked.standings()) {
      Wire.writeText(out, standing.campaignId());
      SettledForm.writeAny(standing.settled(), out);
    }
    Wire.writeLong(out, worked.creditable().size());
    for (var contact : worked.creditable()) {
      out.writeLong(contact.at());
      Wire.writeText(out, contact.contactId());
      Wire.writeText(out, contact.campaignId());
    }
    out.writeLong(worked.quietAfter());
  }

  private static WorkedOut readWorkedOut(DataInput in) throws IOException {
    int campaigns = Wire.readInt(in);
    var standings = new ArrayList<WorkedOut.Standing>(campaigns);
    for (int i = 0; i < campaigns; i++) {
      standings.add(new WorkedOut.Standing(Wire.readSharedText(in), SettledForm.readAny(in)));
    }
    int contacts = Wire.readInt(in);
    var creditable = new ArrayList<WorkedOut.Creditable>(contacts);
    for (int i = 0; i < contacts; i++) {
      creditable.add(
          new WorkedOut.Creditable(in.readLong(), Wire.readText(in), Wire.readSharedText(in)));
    }
    return new WorkedOut(standings, creditable, in.readLong());
  }
}
