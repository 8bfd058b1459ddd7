package io.campaignpulse.standalone.calls;

import io.campaignpulse.simulators.callcentre.log.CallLog;
import io.campaignpulse.simulators.callcentre.log.DayCount;
import io.campaignpulse.simulators.callcentre.log.LogReplay;
import io.campaignpulse.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bank's log to count and to answer again.
 *
 * @param reference the days as others counted them
 */
public record LogRequest(Path log, Optional<Path> reference, long seed, double threshold) {

  LogResult run() throws IOException {
    try {
      var calls = CallLog.read(log);
      var days = DayCount.of(calls);
      var expected =
          reference.isEmpty() ? List.<DayCount>of() : CallLog.readReference(reference.get());
      return new LogResult(
          days,
          reference.map(any -> DayCount.differences(days, expected)),
          LogFigures.all(new LogReplay(calls), seed),
          threshold);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(wrong.getMessage(), wrong);
    }
  }
}
