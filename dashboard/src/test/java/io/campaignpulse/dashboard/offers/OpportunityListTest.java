package io.campaignpulse.dashboard.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.offers.OpportunityList.Target;
import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.views.Opportunity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpportunityListTest {
  private static final String NAME = "TOP_WITHOUT_PURCHASE";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZoneOffset.UTC);

  /** Who is behind what could be sold. */
  private interface Store extends OfferStore {
    @Override
    default Standing standing() {
      throw new AssertionError("not asked");
    }

    @Override
    default List<Opportunity> opportunities() {
      return List.of(
          new Opportunity(
              NAME, Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 3, 0, 1, List.of()));
    }
  }

  private static OpportunityList list(OfferStore store) {
    return new OpportunityList(store, () -> true, CLOCK);
  }

  private static Behind behind(String customer, double worth) {
    return new Behind(customer, worth, Consent.TO_ALL);
  }

  /** A list as a file in memory. */
  private static final class File implements Target {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String name;

    @Override
    public OutputStream open(String file) {
      name = file;
      return bytes;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static File file(OpportunityList list) {
    try {
      var file = new File();
      assertThat(list.write(NAME, file)).isTrue();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(OpportunityList list) {
    return file(list).text().lines().skip(1).toList();
  }

  @Test
  void listsThoseWhoAreWorthMostWhereThereAreTooMany() {
    Store store =
        (name, each) ->
            List.of(behind("a", 1), behind("b", 3), behind("c", 2), behind("d", 0)).forEach(each);
    assertThat(lines(new OpportunityList(store, () -> true, CLOCK, 2)))
        .containsExactly("b,3.00,false", "c,2.00,false");
  }

  @Test
  void listsOnceWhoIsFoundTwice() {
    Store store =
        (name, each) -> List.of(behind("a", 1), behind("a", 1), behind("a", 2)).forEach(each);
    assertThat(lines(list(store))).containsExactly("a,2.00,false");
  }

  @Test
  void keepsAnIdInOneCellWhateverASpreadsheetSeparatesBy() {
    Store store =
        (name, each) ->
            List.of(behind("x;=1+A1", 3), behind("x\t=1", 2), behind("x y", 1)).forEach(each);
    assertThat(lines(list(store)))
        .containsExactly("\"x;=1+A1\",3.00,false", "\"x\t=1\",2.00,false", "x y,1.00,false");
  }

  @Test
  void savesAsThePageDoes() {
    Store store =
        (name, each) ->
            List.of(
                    behind("-5", 9),
                    behind("+4912345", 8),
                    behind("-.5e+3", 7),
                    behind("-5+1", 6),
                    behind("+", 5),
                    behind("=5", 4),
                    behind("-5\t", 3))
                .forEach(each);
    var file = file(list(store));
    assertThat(file.name).isEqualTo("top-without-purchase-2026-03-02.csv");
    assertThat(file.text()).startsWith("\ufeffcustomerId,");
    assertThat(lines(list(store)).stream().map(line -> line.split(",")[0]))
        .containsExactly("-5", "+4912345", "-.5e+3", "'-5+1", "'+", "'=5", "\"'-5\t\"");
  }

  /** The first one asks for a second while it is made. */
  private static final class Impatient implements Store {
    private final OpportunityList list = OpportunityListTest.list(this);

    @Override
    public void behind(String opportunity, Consumer<Behind> each) {
      assertThatThrownBy(() -> list.write(NAME, new File())).isInstanceOf(BusyException.class);
      each.accept(OpportunityListTest.behind("a", 1));
    }
  }

  @Test
  void makesOneListAtATime() {
    var list = new Impatient().list;
    assertThat(lines(list)).containsExactly("a,1.00,false");
    assertThat(lines(list)).hasSize(1);
  }

  @Test
  void makesNoOtherListWhileOneIsBeingSent() throws Exception {
    Store store = (name, each) -> each.accept(behind("a", 1));
    var list = list(store);
    var sent = new AtomicInteger();
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            assertThatThrownBy(() -> list.write(NAME, new File()))
                .isInstanceOf(BusyException.class);
            sent.incrementAndGet();
          }
        };
    assertThat(list.write(NAME, name -> out)).isTrue();
    assertThat(sent).hasPositiveValue();
  }

  @Test
  void makesAnotherListAfterOneThatCouldNotBeSent() {
    Store store = (name, each) -> each.accept(behind("a", 1));
    var list = list(store);
    assertThatThrownBy(
            () ->
                list.write(
                    NAME,
                    name -> {
                      throw new IOException("nobody reads");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(lines(list)).hasSize(1);
  }

  @Test
  void writesNothingWhileNobodyKnowsWhoWantsNoMarketing() {
    Store store = (name, each) -> each.accept(behind("a", 1));
    var list = new OpportunityList(store, () -> false, CLOCK);
    var file = new File();
    assertThatThrownBy(() -> list.write(NAME, file)).isInstanceOf(BusyException.class);
    assertThat(file.name).isNull();
  }

  @Test
  void writesNothingWhereTheStoreFailsOnTheWay() {
    Store store =
        (name, each) -> {
          each.accept(behind("a", 1));
          throw new StoreUnavailableException("test", null);
        };
    var file = new File();
    assertThatThrownBy(() -> list(store).write(NAME, file))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(file.name).isNull();
  }

  @Test
  void consentTakesNoMemory() {
    for (var optOut : List.of(false, true)) {
      for (var noCalls : List.of(false, true)) {
        assertThat(Consent.of(optOut, noCalls))
            .isEqualTo(new Consent(optOut, noCalls))
            .isSameAs(Consent.of(optOut, noCalls));
      }
    }
  }
}
