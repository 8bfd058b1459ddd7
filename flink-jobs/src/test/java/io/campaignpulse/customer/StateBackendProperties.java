package io.campaignpulse.customer;

import static io.campaignpulse.customer.OneOfferCase.answered;
import static io.campaignpulse.customer.OneOfferCase.buys;
import static io.campaignpulse.customer.OneOfferCase.call;
import static io.campaignpulse.customer.OneOfferCase.looks;
import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same is told of the same events, wherever what is known of customers is kept. */
class StateBackendProperties {
  private static final long SPAN = 55_000;

  @Property(tries = 25)
  void tellsTheSameFromDiskAndHeapAlsoAfterARestart(@ForAll("postings") List<Posting> postings)
      throws Exception {
    var fromHeap = told(new CustomerHarness(), postings);
    var fromDisk = told(CustomerHarness.onDisk(), postings);
    assertThat(fromDisk).isEqualTo(fromHeap);
  }

  private static List<Object> told(CustomerHarness harness, List<Posting> postings)
      throws Exception {
    try {
      var told = new ArrayList<Object>();
      harness.clock(START + SPAN);
      harness.set(ReferenceKind.OFFERS, offer("one", "10"));
      int half = postings.size() / 2;
      for (var posting : postings.subList(0, half)) {
        harness.post(posting);
      }
      harness.define(campaign("K"));
      harness.post(Posting.enter("anna", visit("now", START + SPAN)));
      keep(harness, told);
      harness.restart();
      for (var posting : postings.subList(half, postings.size())) {
        harness.post(posting);
      }
      harness.clock(START + SPAN + 2_000);
      harness.tell(new Command(Command.REBUILD));
      harness.watermark(START + 95 * DAY);
      keep(harness, told);
      return told;
    } finally {
      harness.close();
    }
  }

  /** Of each customer in order; who is first at a pass over all is nowhere said. */
  private static void keep(CustomerHarness harness, List<Object> told) {
    told.add(
        harness.changes().stream()
            .collect(groupingBy(StateBackendProperties::content, counting())));
    told.add(harness.side(Outputs.VIEWS).stream().collect(groupingBy(ViewWrite::key)));
    told.add(harness.side(Outputs.DECISIONS));
    told.add(harness.side(Outputs.CALLS));
    told.add(harness.side(Outputs.OFFERS));
  }

  private static List<Object> content(Change change) {
    var lines = new ArrayList<String>();
    for (int n = 0; n < change.lines().size(); n++) {
      lines.add(
          "%s %d %d"
              .formatted(
                  change.lines().figure(n), change.lines().minute(n), change.lines().amount(n)));
    }
    return List.of(change.campaignId(), change.group(), Set.copyOf(lines), change.traces());
  }

  @Provide
  Arbitrary<List<Posting>> postings() {
    return Combinators.combine(
            Arbitraries.of("anna", "bert", "carl"),
            Arbitraries.integers().between(0, 5),
            Arbitraries.longs().between(0, SPAN),
            Arbitraries.integers().between(0, 9))
        .as(StateBackendProperties::posting)
        .list()
        .ofMinSize(2)
        .ofMaxSize(40);
  }

  private static Posting posting(String customer, int kind, long after, int number) {
    long at = START + after;
    var id = customer + number;
    return switch (kind) {
      case 0 -> Posting.enter(customer, call("c" + id, at));
      case 1 -> Posting.enter(customer, answered("c" + id, at));
      case 2 -> Posting.enter(customer, looks("v" + id, at, Act.PRODUCT_VIEW, "p"));
      case 3 -> Posting.enter(customer, contact("k" + id, "K", at));
      case 4 -> Posting.moveOut(customer, looks("v" + id, at, Act.PRODUCT_VIEW, "p"));
      default -> Posting.enter(customer, buys("o" + id, at, 100, null, "p"));
    };
  }
}
