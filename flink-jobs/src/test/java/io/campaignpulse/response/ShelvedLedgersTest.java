package io.campaignpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.Fixtures;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.Settled;
import io.campaignpulse.response.core.WorkedOut;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ShelvedLedgersTest {
  private static final long START = Fixtures.START;

  private CampaignBook book = Fixtures.book(Fixtures.campaign("K"), Fixtures.campaign("L"));
  private final ShelvedLedgers form = new ShelvedLedgers(() -> book);

  private Ledger ledger(Touch... touches) {
    var ledger = new Ledger();
    Arrays.asList(touches).forEach(touch -> Bookkeeping.enter(ledger, book, touch));
    ledger.assign(Profile.of("families", null));
    return ledger;
  }

  private byte[] written(Ledger ledger) throws IOException {
    var out = new DataOutputSerializer(64);
    form.write(ledger, out);
    return out.getCopyOfBuffer();
  }

  private Ledger read(byte[] written) throws IOException {
    return form.read(new DataInputDeserializer(written));
  }

  /** A contact in K with an order credited by it, and an order that names L without a contact. */
  private Ledger active() {
    return ledger(
        Fixtures.contact("c", "K", START),
        Fixtures.visit("v", START + 60_000),
        Fixtures.order("o", START + 120_000, "O", 4_200),
        Fixtures.refund("r", START + 180_000, "O", 700),
        Fixtures.visit("w", START + 240_000, "L-code"));
  }

  @Test
  void keepsWhatWasWorkedOut() throws IOException {
    var ledger = active();
    var worked = ledger.workedOut(book);
    assertThat(worked.standings()).hasSize(2);
    assertThat(worked.creditable()).hasSize(1);
    assertThat(worked.standings())
        .extracting(standing -> standing.settled().additive() == null)
        .containsExactlyInAnyOrder(true, false);
    var read = read(written(ledger));
    assertThat(read.workedOut(book)).isEqualTo(worked);
    assertThat(read.touches()).isEqualTo(ledger.touches());
    assertThat(read.membership()).isEqualTo(ledger.membership());
  }

  @Test
  void tellsNothingAddedFromWhatAddsUpToNothing() throws IOException {
    long never = Settled.NEVER;
    var nothing = new Settled(null, null, never, never, never, false, false, 0, null);
    var zero = new Settled(null, null, never, never, never, false, false, 0, new Tally());
    var worked =
        new WorkedOut(
            List.of(new WorkedOut.Standing("K", nothing), new WorkedOut.Standing("L", zero)),
            List.of(),
            START);
    var ledger = new Ledger();
    ledger.takeUp(worked, book);
    assertThat(read(written(ledger)).workedOut(book)).isEqualTo(worked);
  }

  @Test
  void keepsALedgerOfWhichNothingWasWorkedOut() throws IOException {
    var ledger = new Ledger();
    ledger.enter(Fixtures.visit("v", START));
    var read = read(written(ledger));
    assertThat(read.workedOut(book)).isNull();
    assertThat(read.touches()).isEqualTo(ledger.touches());
  }

  @Test
  void worksOutAnewWhatWasWorkedOutByOtherCampaigns() throws IOException {
    var ledger = active();
    var written = written(ledger);
    book = Fixtures.book(Fixtures.campaign("K"));
    assertThat(read(written).workedOut(book)).isNull();
    var writtenLate = written(ledger);
    assertThat(read(writtenLate).workedOut(book)).isNull();
    assertThat(read(writtenLate).touches()).isEqualTo(ledger.touches());
  }

  @Test
  void tellsTheSameNewsAsALedgerThatStayedAtHand() throws IOException {
    var ledger = active();
    var read = read(written(ledger));
    var more =
        List.of(
            Fixtures.contact("d", "L", START + 300_000),
            Fixtures.order("p", START + 360_000, "P", 900));
    for (var touch : more) {
      assertThat(Bookkeeping.enter(read, book, touch))
          .usingRecursiveComparison()
          .isEqualTo(Bookkeeping.enter(ledger, book, touch));
    }
  }
}
