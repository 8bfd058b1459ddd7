package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.ValuePasses;
import io.campaignpulse.value.Valued;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/**
 * What concerns all customers of a subtask: campaigns, the value model, ranks and weights that
 * change, and the rounds that are made through all of them for it.
 */
final class Rounds {
  private static final long NOT_COUNTED = -1;

  private final Books books;
  private final Offering offering;
  private final TaskInfo task;
  private final Capabilities capabilities;
  private final CatchUp.Progress progress;
  private final Consumer<String> turnTo;
  private boolean allDue;

  /** How many customers are known by an id; counted once after each start, as none ever goes. */
  private long known = NOT_COUNTED;

  private final ValuePasses passes;

  /**
   * @param turnTo makes a customer the one whose books are at hand
   */
  Rounds(
      Books books,
      Offering offering,
      Capabilities capabilities,
      CatchUp.Progress progress,
      Consumer<String> turnTo,
      TaskInfo task) {
    this.books = books;
    this.offering = offering;
    this.task = task;
    this.capabilities = capabilities;
    this.progress = progress;
    this.turnTo = turnTo;
    this.passes = new ValuePasses(books.yardsticks().values(), books.standings(), task);
  }

  /** Somebody's worth is another. */
  void changed() {
    passes.changed();
  }

  /** Somebody is new. */
  void isNew(String customer) {
    passes.changed();
    if (known != NOT_COUNTED && !Identities.namesNobody(customer)) {
      known++;
    }
  }

  /** Hears a notice. */
  void hear(
      CustomerNotice notice,
      KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>.Context context,
      Consumer<Change> out)
      throws Exception {
    var all = new All(context);
    var yardsticks = books.yardsticks();
    if (notice.defined() != null) {
      define(notice.defined(), context, out);
    } else if (notice.model() != null) {
      yardsticks.model(notice.model(), context.getBroadcastState(Yardsticks.MODEL));
      passes.allAnew();
    } else if (notice.ranks() != null) {
      if (yardsticks.ranks(notice.ranks(), context.getBroadcastState(Yardsticks.RANKS))) {
        var begun = all.now();
        rank(all, out);
        passes.done(begun, all.now());
      }
    } else if (notice.setting() != null && notice.setting().of(ReferenceKind.PRODUCTS)) {
      yardsticks.product(notice.setting(), context.getBroadcastState(Yardsticks.PRODUCTS));
    } else if (notice.setting() != null) {
      yardsticks.setting(notice.setting(), context.getBroadcastState(Yardsticks.SETTINGS));
    } else if (notice.learned() != null) {
      yardsticks.learned(notice.learned(), context.getBroadcastState(Yardsticks.LEARNED));
    } else {
      obey(notice.command(), all, out);
    }
  }

  /** All customers of the subtask, and where what there is to tell of them goes. */
  private final class All implements ValuePasses.Customers {
    private final KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>.Context
        context;

    All(KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>.Context context) {
      this.context = context;
    }

    long now() {
      return context.currentProcessingTime();
    }

    /** Where what there is to tell of offers to a customer goes. */
    Offering.Out offers(String customer) {
      return new Offering.Out() {
        @Override
        public String customer() {
          return customer;
        }

        @Override
        public long now() {
          return All.this.now();
        }

        @Override
        public void decision(ViewWrite decision) {
          context.output(Outputs.DECISIONS, decision);
        }

        @Override
        public void news(OfferNews news) {
          context.output(Outputs.OFFERS, news);
        }

        @Override
        public void wake(long at) {
          throw new IllegalStateException("what comes with the day waits for nothing");
        }
      };
    }

    void show(ViewWrite view) {
      context.output(Outputs.VIEWS, view);
    }

    @Override
    public long known() throws Exception {
      if (known == NOT_COUNTED) {
        known = 0;
        context.applyToKeyedState(
            KeepCustomer.LEDGER,
            (customer, ledger) -> known += Identities.namesNobody(customer) ? 0 : 1);
      }
      return known;
    }

    @Override
    public void each(BiPredicate<String, Valued> changed) throws Exception {
      context.applyToKeyedState(
          KeepCustomer.VALUED,
          (customer, kept) -> {
            if (!Identities.namesNobody(customer)) {
              see(customer, changed);
            }
          });
    }

    @Override
    public void each(Iterable<String> whom, BiPredicate<String, Valued> changed) throws Exception {
      for (var customer : whom) {
        turnTo.accept(customer);
        see(customer, changed);
      }
    }

    private void see(String customer, BiPredicate<String, Valued> changed) throws Exception {
      var valued = books.valued();
      if (changed.test(customer, valued)) {
        books.save(customer, valued);
      }
    }
  }

  /** Looks through all ledgers once for all, and only when an event may have named a campaign. */
  private void define(
      List<CampaignTerms> defined,
      KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>.Context context,
      Consumer<Change> out)
      throws Exception {
    var revision =
        books.response().define(defined, context.getBroadcastState(ResponseDesk.CAMPAIGNS));
    if (revision.isPresent()) {
      context.applyToKeyedState(
          KeepCustomer.LEDGER,
          (customer, kept) -> {
            var ledger = kept.value();
            if (revision.get().concerns(ledger)) {
              revision.get().of(ledger).forEach(change -> out.accept(change.by(customer)));
            }
          });
      allDue |= revision.get().reprioritises();
    }
  }

  private void obey(Command command, All all, Consumer<Change> out) throws Exception {
    progress.heard(command);
    books.yardsticks().offers().heard(command);
    passes.heard(command);
    if (command.name().equals(Command.REBUILD)) {
      allDue = true;
    }
    if (command.name().equals(Command.TICK)) {
      advance(command.eventTime(), all);
    }
    if (progress.caughtUp()) {
      work(all, out);
    }
  }

  /** Event time may have come to another day. */
  private void advance(long eventTime, All all) throws Exception {
    var yardsticks = books.yardsticks();
    if (yardsticks.values().laterDay(eventTime, all.now())) {
      var day = ValueDesk.day(eventTime, all.now());
      yardsticks.today(day, all.context.getBroadcastState(Yardsticks.TODAY));
      passes.allAnew();
    }
  }

  private void work(All all, Consumer<Change> out) throws Exception {
    if (capabilities.activity() && allDue) {
      allDue = false;
      showAll(all);
    }
    if (!capabilities.value()) {
      return;
    }
    var begun = all.now();
    if (passes.due(begun)) {
      pass(all, out);
      passes.done(begun, all.now());
    } else if (passes.someLeft()) {
      rank(all, out);
    }
    for (var sample : passes.samples(all)) {
      all.context.output(Outputs.SAMPLES, sample);
    }
  }

  private void pass(All all, Consumer<Change> out) throws Exception {
    var days = all.context.getBroadcastState(Yardsticks.TODAY);
    var looking = looking(days);
    var sketch =
        passes.pass(
            all,
            looking != null,
            (customer, valued, anew) -> {
              var moves = books.rank(customer, valued, out);
              if (moves || anew) {
                all.show(books.yardsticks().values().view(customer, valued));
              }
              if (looking != null) {
                looking.at(valued, all.offers(customer));
              }
              return moves;
            });
    all.context.output(Outputs.SKETCHES, sketch);
    if (looking != null) {
      all.context.output(Outputs.OFFERS, looking.news(task));
      days.put(Yardsticks.MOMENTS, books.yardsticks().values().today());
    }
  }

  /** Null while there is nothing to look for. */
  private Looking looking(BroadcastState<String, Long> days) throws Exception {
    long today = books.yardsticks().values().today();
    if (!capabilities.offers()
        || !books.yardsticks().offers().board().sized()
        || !ValueDesk.dayKnown(today)) {
      return null;
    }
    var before = days.get(Yardsticks.MOMENTS);
    return new Looking(books, offering, before == null ? today - 1 : before);
  }

  /** Puts those into their tier whom a border that moved parts from it. */
  private void rank(All all, Consumer<Change> out) throws Exception {
    passes.rank(
        all,
        (customer, valued) -> {
          var moves = books.rank(customer, valued, out);
          if (moves && progress.caughtUp()) {
            all.show(books.yardsticks().values().view(customer, valued));
          }
          return moves;
        });
  }

  private void showAll(All all) throws Exception {
    all.context.applyToKeyedState(
        KeepCustomer.LEDGER,
        (customer, kept) -> {
          if (!Identities.namesVisitor(customer)) {
            books.showActivity(customer, kept.value(), all::show);
            books.showValue(customer, all::show);
          }
        });
  }
}
