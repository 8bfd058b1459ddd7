package io.campaignpulse.standalone.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** What a simulation shows people, and writes to a file. */
public record Simulated(List<String> lines, ObjectNode json) {

  public static Simulated trial(TrialRequest request) {
    var result = request.run();
    return new Simulated(result.lines(), result.json());
  }

  public static Simulated log(LogRequest request) throws IOException {
    var result = request.run();
    return new Simulated(result.lines(), result.json());
  }
}
