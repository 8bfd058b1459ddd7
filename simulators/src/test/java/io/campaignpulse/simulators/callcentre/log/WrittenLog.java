package io.campaignpulse.simulators.callcentre.log;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A made-up log in the bank's form. */
final class WrittenLog {
  private static final String HEAD =
      "vru+line,call_id,customer_id,priority,type,date,vru_entry,vru_exit,vru_time,q_start,q_exit,"
          + "q_time,outcome,ser_start,ser_exit,ser_time,server";

  private final List<String> lines = new ArrayList<>(List.of(HEAD));

  /** A call that comes to the attendant ten seconds before it queues. */
  WrittenLog queued(
      String date, int priority, int queuedAt, int waited, String outcome, int served) {
    var entered = queuedAt - 10;
    var exit = queuedAt + waited;
    // As in the log: service begins a second before the queue is left.
    var service = served > 0 ? time(exit - 1) + "," + time(exit - 1 + served) : "0:00:00,0:00:00";
    return line(
        priority,
        date,
        "%s,%s,10,%s,%s,%d,%s,%s,%d,"
            .formatted(
                time(entered),
                time(queuedAt),
                time(queuedAt),
                time(exit),
                waited,
                outcome,
                service,
                served));
  }

  WrittenLog putThrough(String date, int at, int served) {
    return line(
        0,
        date,
        "%s,%s,10,0:00:00,0:00:00,0,AGENT,%s,%s,%d,agent-01"
            .formatted(time(at - 10), time(at), time(at), time(at + served), served));
  }

  WrittenLog hungUpInTheAttendant(String date, int at) {
    return line(
        0,
        date,
        "%s,%s,10,0:00:00,0:00:00,0,HANG,0:00:00,0:00:00,0,".formatted(time(at - 10), time(at)));
  }

  private WrittenLog line(int priority, String date, String rest) {
    lines.add("AA0101,%d,0,%d,PS,%s,%s".formatted(lines.size(), priority, date, rest));
    return this;
  }

  private static String time(int seconds) {
    var ofDay = seconds % 86_400;
    return "%d:%02d:%02d".formatted(ofDay / 3600, ofDay / 60 % 60, ofDay % 60);
  }

  Path to(Path file) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file));
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      text.write(String.join("\n", lines) + "\n");
    }
    return file;
  }
}
