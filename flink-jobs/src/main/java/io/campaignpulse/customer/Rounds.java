package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.ValuePasses;
import io.campaignpulse.value.Valued;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.BroadcastState;

/**
 * What concerns all customers of a subtask: campaigns, the value model, ranks and weights that
 * change, and the rounds that are made through all of them for it.
 */
final class Rounds {
  private final Books books;
  private final Showing showing;
  private final TaskInfo task;
  private final Capabilities capabilities;
  private final CatchUp.Progress progress;
  private final Reach<Change> reach;
  private final AllCustomers all;
  private final ValuePasses passes;
  private final Looks looks;
  private boolean allDue;
  private boolean rankingPlanned;

  Rounds(
      Books books,
      Offering offering,
      Showing showing,
      Capabilities capabilities,
      CatchUp.Progress progress,
      Reach<Change> reach,
      TaskInfo task) {
    this.books = books;
    this.showing = showing;
    this.task = task;
    this.capabilities = capabilities;
    this.progress = progress;
    this.reach = reach;
    this.all = new AllCustomers(books, reach);
    this.passes = new ValuePasses(books.yardsticks().values(), books.standings(), task);
    this.looks = new Looks(books, offering, reach, task);
  }

  /** Takes up what was ordered before a restart and is still to be done. */
  void load(Yardsticks.Kept kept) throws Exception {
    for (var order : kept.state(Yardsticks.ORDERS).immutableEntries()) {
      passes.heard(new Command(order.getKey()));
    }
  }

  /** Somebody's worth is another. */
  void changed() {
    passes.changed();
  }

  /** Somebody is new. */
  void isNew(String customer) {
    passes.changed();
    all.isNew(customer);
  }

  /** Hears a notice. */
  void hear(CustomerNotice notice, CustomerFunction.Context context) throws Exception {
    all.hearing(context);
    var yardsticks = books.yardsticks();
    if (notice instanceof CustomerNotice.Commanded commanded) {
      obey(
          commanded.command(),
          context.getBroadcastState(Yardsticks.TODAY),
          context.getBroadcastState(Yardsticks.ORDERS));
    } else if (notice instanceof CustomerNotice.Defined defined) {
      define(defined.campaigns(), context.getBroadcastState(ResponseDesk.CAMPAIGNS));
    } else if (notice instanceof CustomerNotice.Modelled modelled) {
      yardsticks.model(modelled.model(), context.getBroadcastState(Yardsticks.MODEL));
      passes.allAnew();
    } else if (notice instanceof CustomerNotice.Ranked ranked) {
      if (yardsticks.ranks(ranked.ranks(), context.getBroadcastState(Yardsticks.RANKS))) {
        bordersMoved();
      }
    } else if (notice instanceof CustomerNotice.Settled settled) {
      settle(settled.setting(), context);
    } else if (notice instanceof CustomerNotice.Learned learned) {
      yardsticks.learned(learned.news(), context.getBroadcastState(Yardsticks.LEARNED));
    }
  }

  private void settle(Setting setting, CustomerFunction.Context context) throws Exception {
    var yardsticks = books.yardsticks();
    if (setting.of(ReferenceKind.PRODUCTS)) {
      yardsticks.product(setting, context.getBroadcastState(Yardsticks.PRODUCTS));
    } else {
      yardsticks.setting(setting, context.getBroadcastState(Yardsticks.SETTINGS));
    }
  }

  /** Looks through all ledgers once for all, and only when an event may have named a campaign. */
  private void define(List<CampaignTerms> defined, BroadcastState<String, CampaignTerms> campaigns)
      throws Exception {
    var revision = books.response().define(defined, campaigns);
    if (revision.isPresent()) {
      all.ledgers(
          (customer, ledger) -> {
            if (revision.get().concerns(ledger)) {
              revised(customer, revision.get().of(ledger));
            }
          });
      allDue |= revision.get().reprioritises();
    }
  }

  /** What one responded to may be more now, or less: that speaks for how soon they are answered. */
  private void revised(String customer, List<Change> changes) {
    changes.forEach(change -> reach.give(change.by(customer)));
    if (capabilities.activity() && !changes.isEmpty() && !Identities.namesVisitor(customer)) {
      showing.showWhenever(customer);
    }
  }

  private void obey(
      Command command, BroadcastState<String, Long> days, BroadcastState<String, Boolean> orders)
      throws Exception {
    progress.heard(command);
    books.yardsticks().offers().heard(command);
    if (passes.heard(command) && capabilities.value()) {
      orders.put(command.name(), true);
    }
    if (command.name().equals(Command.REBUILD)) {
      allDue = true;
    }
    if (command.name().equals(Command.TICK)) {
      advance(command.eventTime(), days);
    }
    if (progress.caughtUp()) {
      work(days, orders);
    }
  }

  /** Event time may have come to another day. */
  private void advance(long eventTime, BroadcastState<String, Long> days) throws Exception {
    var yardsticks = books.yardsticks();
    if (yardsticks.values().laterDay(eventTime, reach.now())) {
      yardsticks.today(ValueDesk.day(eventTime, reach.now()), days);
      passes.allAnew();
    }
  }

  private void work(BroadcastState<String, Long> days, BroadcastState<String, Boolean> orders)
      throws Exception {
    if (capabilities.activity() && allDue) {
      allDue = false;
      showAll();
    }
    if (!capabilities.value()) {
      return;
    }
    looks.keep(days);
    var begun = reach.now();
    if (passes.due(begun)) {
      pass();
      passes.done(begun, reach.now());
      if (capabilities.offers()) {
        looks.begin(days);
      }
    }
    var samples = passes.samples(all, reach::now);
    if (!samples.isEmpty()) {
      samples.forEach(sample -> reach.give(Outputs.SAMPLES, sample));
      orders.clear();
    }
  }

  private void pass() throws Exception {
    var sketch =
        passes.pass(
            all,
            (customer, valued, anew) -> {
              var moves = books.rank(customer, valued, reach::give);
              if (moves || anew) {
                showWorth(customer, valued);
              }
              return moves;
            });
    reach.give(Outputs.SKETCHES, sketch);
    rankSome();
  }

  private void showWorth(String customer, Valued valued) {
    reach.give(Outputs.VIEWS, books.yardsticks().values().view(customer, valued));
  }

  private void bordersMoved() throws Exception {
    var begun = reach.now();
    passes.moved(all, this::rank);
    rankSome();
    passes.done(begun, reach.now());
  }

  /** Sees to a few of those whom a border parts from their tier, and plans to go on with others. */
  private void rankSome() throws Exception {
    passes.rankSome(all, this::rank);
    if (passes.someLeft() && !rankingPlanned) {
      rankingPlanned = true;
      reach.later(
          reach.now() + ShowPlan.ROUND_MILLIS,
          () -> {
            rankingPlanned = false;
            rankSome();
          });
    }
  }

  /** Puts a buyer into their tier. */
  private boolean rank(String customer, Valued valued) {
    var moves = books.rank(customer, valued, reach::give);
    if (moves && progress.caughtUp()) {
      showWorth(customer, valued);
    }
    return moves;
  }

  private void showAll() throws Exception {
    all.ledgers(
        (customer, ledger) -> {
          if (!Identities.namesVisitor(customer)) {
            showing.show(customer, ledger, true);
          }
        });
  }
}
