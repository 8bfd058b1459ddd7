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
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;

/**
 * Hears what concerns all customers of a subtask: campaigns, the value model, ranks and weights
 * that change, and commands.
 */
final class Notices {
  private final Books books;
  private final Showing showing;
  private final Capabilities capabilities;
  private final CatchUp.Progress progress;
  private final Reach<Change> reach;
  private final AllCustomers all;
  private final Ranking ranking;
  private final Looks looks;
  private boolean allDue;

  Notices(
      Books books,
      Looks looks,
      Showing showing,
      AllCustomers all,
      Ranking ranking,
      Capabilities capabilities,
      CatchUp.Progress progress,
      Reach<Change> reach) {
    this.books = books;
    this.showing = showing;
    this.capabilities = capabilities;
    this.progress = progress;
    this.reach = reach;
    this.all = all;
    this.ranking = ranking;
    this.looks = looks;
  }

  /** Takes up what was ordered before a restart and is still to be done. */
  void load(Yardsticks.Kept kept) throws Exception {
    for (var order : kept.state(Yardsticks.ORDERS).immutableEntries()) {
      ranking.heard(new Command(order.getKey()));
    }
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
      ranking.allAnew();
    } else if (notice instanceof CustomerNotice.Ranked ranked) {
      if (yardsticks.ranks(ranked.ranks(), context.getBroadcastState(Yardsticks.RANKS))) {
        ranking.bordersMoved();
      }
    } else if (notice instanceof CustomerNotice.Settled settled) {
      settle(settled.setting(), context);
    } else if (notice instanceof CustomerNotice.Learned learned) {
      yardsticks.learned(learned.news(), context.getBroadcastState(Yardsticks.LEARNED));
    } else {
      throw new IllegalArgumentException("no notice: " + notice);
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
    var order = ranking.heard(command);
    if (order.isPresent() && capabilities.value()) {
      orders.put(order.get().command(), true);
    }
    if (command.name().equals(Command.REBUILD)) {
      allDue = true;
      looks.again();
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
      ranking.allAnew();
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
    var passed = ranking.passIfDue();
    if ((passed || looks.due()) && capabilities.offers()) {
      looks.begin(days);
    }
    for (var given : ranking.giveSamples()) {
      orders.remove(given.command());
    }
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
