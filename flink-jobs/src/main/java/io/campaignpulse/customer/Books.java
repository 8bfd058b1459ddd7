package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.offers.Offered;
import io.campaignpulse.offers.OfferedType;
import io.campaignpulse.response.LedgerType;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.value.Standings;
import io.campaignpulse.value.Valued;
import io.campaignpulse.value.ValuedType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** What is kept of the customer at hand. */
final class Books {
  static final ValueStateDescriptor<Ledger> LEDGER =
      new ValueStateDescriptor<>("ledger", new LedgerType.Serializer());
  static final ValueStateDescriptor<Valued> VALUED =
      new ValueStateDescriptor<>("valued", new ValuedType.Serializer());
  static final ValueStateDescriptor<Offered> OFFERED =
      new ValueStateDescriptor<>("offered", new OfferedType.Serializer());

  private final ValueState<Ledger> ledgers;
  private final ValueState<Valued> valueds;
  private final ValueState<Offered> offereds;
  private final ResponseDesk response;
  private final Yardsticks yardsticks;
  private final Standings standings = new Standings();

  Books(
      ValueState<Ledger> ledgers,
      ValueState<Valued> valueds,
      ValueState<Offered> offereds,
      ResponseDesk response,
      Yardsticks yardsticks) {
    this.ledgers = ledgers;
    this.valueds = valueds;
    this.offereds = offereds;
    this.response = response;
    this.yardsticks = yardsticks;
  }

  Yardsticks yardsticks() {
    return yardsticks;
  }

  Standings standings() {
    return standings;
  }

  ResponseDesk response() {
    return response;
  }

  /** The customer's ledger; null for a customer never heard of. */
  Ledger ledger() throws IOException {
    return ledgers.value();
  }

  /** The buyer's purchases; null for a customer never seen to buy. */
  Valued valued() throws IOException {
    return valueds.value();
  }

  /** Of a customer known by nothing but an identity nothing stays once their sales are moved. */
  void save(String customer, Valued valued) throws IOException {
    var nobody = Identities.namesNobody(customer);
    if (valued.none() && nobody) {
      valueds.clear();
    } else {
      valueds.update(valued);
    }
    if (!nobody) {
      standings.note(customer, valued);
    }
  }

  /** What is kept of the customer for offers; null for nothing. */
  Offered offered() throws IOException {
    return offereds.value();
  }

  void save(Offered offered) throws IOException {
    if (offered.empty()) {
      offereds.clear();
    } else {
      offereds.update(offered);
    }
  }

  /** Of a customer known by an id a stub stays, so that all are counted. */
  void save(String customer, Ledger ledger) throws IOException {
    if (ledger.empty() && Identities.namesNobody(customer)) {
      ledgers.clear();
    } else {
      ledgers.update(ledger);
    }
  }

  /** Puts a buyer into the tier of their worth; returns whether that is another than before. */
  boolean rank(Valued valued, Ledger ledger, Consumer<Change> out) {
    if (!yardsticks.values().rank(valued)) {
      return false;
    }
    Bookkeeping.join(ledger, response.book(), l -> l.rank(valued.tier())).forEach(out);
    return true;
  }

  /** The same for a buyer whose ledger is not at hand, and is looked at only if need be. */
  boolean rank(String customer, Valued valued, Consumer<Change> out) {
    if (!yardsticks.values().rank(valued)) {
      return false;
    }
    try {
      var known = ledgers.value();
      var ledger = known == null ? new Ledger() : known;
      Bookkeeping.join(ledger, response.book(), l -> l.rank(valued.tier())).forEach(out);
      save(customer, ledger);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
