package io.campaignpulse.simulators.callcentre.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.campaignpulse.simulators.callcentre.log.LoggedCall.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {
  private static final String FIRST = "1999-08-01";
  private static final String SECOND = "1999-08-02";
  private static final int MIDNIGHT = 86_400;

  @TempDir Path directory;

  @Test
  void readsWhatBecameOfACall() throws IOException {
    var calls =
        read(
            new WrittenLog()
                .queued(FIRST, 2, 3600, 30, "AGENT", 120)
                .queued(FIRST, 1, 3700, 40, "HANG", 0)
                .queued(FIRST, 0, 3800, 50, "PHANTOM", 6)
                .putThrough(FIRST, 4000, 60)
                .hungUpInTheAttendant(FIRST, 5000));

    assertThat(calls)
        .contains(
            new LoggedCall(LocalDate.parse(FIRST), 2, 3600, true, 30, 120, End.AGENT),
            new LoggedCall(LocalDate.parse(FIRST), 0, 4000, false, 0, 60, End.AGENT));
    assertThat(calls)
        .extracting(LoggedCall::wantsAnAgent)
        .containsExactly(true, true, false, true, false);
  }

  @Test
  void aTimeBeforeTheFirstStepIsAfterMidnight() throws IOException {
    var calls =
        read(
            new WrittenLog()
                .queued(FIRST, 0, MIDNIGHT + 5, 30, "AGENT", 120)
                .queued(FIRST, 0, MIDNIGHT - 5, 30, "AGENT", 120));

    assertThat(calls)
        .extracting(LoggedCall::arrived)
        .containsExactly(MIDNIGHT + 5.0, MIDNIGHT - 5.0);
    assertThat(calls).extracting(LoggedCall::waited).containsExactly(30, 30);
  }

  @Test
  void countsADayOverAllItsRows() throws IOException {
    var days =
        DayCount.of(
            read(
                new WrittenLog()
                    .queued(FIRST, 2, 3600, 30, "AGENT", 120)
                    .queued(FIRST, 1, 3700, 40, "HANG", 0)
                    .queued(FIRST, 0, 3800, 50, "PHANTOM", 6)
                    .putThrough(FIRST, 4000, 60)
                    .hungUpInTheAttendant(FIRST, 5000)
                    .putThrough(SECOND, 4000, 50)));

    assertThat(days)
        .containsExactly(
            new DayCount(LocalDate.parse(FIRST), 5, 37.2, 24, 2),
            new DayCount(LocalDate.parse(SECOND), 1, 50, 0, 0));
  }

  @Test
  void saysWhichDaysAreNotAsInTheReference() throws IOException {
    var counted =
        List.of(
            new DayCount(LocalDate.parse(FIRST), 5, 37.204, 24, 2),
            new DayCount(LocalDate.parse(SECOND), 1, 50, 0, 0));

    assertThat(DayCount.differences(counted, reference("5,37.2,24.0,2", "1,50.0,0.0,0"))).isEmpty();
    assertThat(DayCount.differences(counted, reference("5,37.21,24.0,2", "1,50.0,0.0,0")))
        .singleElement()
        .asString()
        .contains(FIRST, "37.20 s", "37.21 s");
    assertThat(DayCount.differences(counted, reference("5,37.2,24.0,3", "1,50.0,0.01,0")))
        .hasSize(2);
    assertThat(DayCount.differences(counted.subList(0, 1), reference("5,37.2,24.0,2", "1,1,1,1")))
        .containsExactly(SECOND + ": not in the log");
    assertThat(DayCount.differences(counted, reference("5,37.2,24.0,2", "1,50,0,0").subList(0, 1)))
        .containsExactly(SECOND + ": not in the reference");
  }

  @Test
  void saysWhereTheLogIsWrong() throws IOException {
    var file = new WrittenLog().queued(FIRST, 7, 3600, 30, "AGENT", 120).to(file());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallLog.read(file))
        .withMessageContaining("log.csv.gz line 2: priority 7 is none of 0, 1, 2");

    var empty = new WrittenLog().to(file());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallLog.read(empty))
        .withMessageContaining("has no rows");
  }

  private List<DayCount> reference(String first, String second) throws IOException {
    var file = directory.resolve("reference.csv");
    Files.writeString(
        file,
        """
        date,total_calls,avg_service_time,avg_queue_time,hangs
        %s,%s
        %s,%s
        """
            .formatted(FIRST, first, SECOND, second));
    return CallLog.readReference(file);
  }

  private Path file() {
    return directory.resolve("log.csv.gz");
  }

  private List<LoggedCall> read(WrittenLog log) throws IOException {
    return CallLog.read(log.to(file()));
  }
}
