package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The process in which one workload is measured: what others compiled does not touch it. */
public final class Child {
  static final String RESULT = "RESULT ";

  private Child() {}

  /**
   * Takes workload, Kafka, Redis, directory, events, least and most seconds to warm up, seconds to
   * measure, settings.
   */
  public static void main(String[] args) throws Exception {
    var flink = new HashMap<String, String>();
    for (int i = 8; i < args.length; i++) {
      var setting = args[i].split("=", 2);
      flink.put(setting[0], setting[1]);
    }
    var kafka = Map.of("bootstrap.servers", args[1]);
    var workload = Workload.valueOf(args[0]);
    try {
      var reader = workload.begin(new Workload.Ends(kafka, args[2], Path.of(args[3]), flink));
      var all = workload == Workload.CONSUMER ? Long.MAX_VALUE : Long.parseLong(args[4]);
      var measured =
          Measurement.of(reader, all, warmUp(args[5], args[6]), Integer.parseInt(args[7]));
      reader.verify();
      tell(measured);
      System.exit(0);
    } catch (Exception failed) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static WarmUp warmUp(String leastSeconds, String mostSeconds) {
    return new WarmUp(Integer.parseInt(leastSeconds), Integer.parseInt(mostSeconds));
  }

  private static void tell(Measurement measured) {
    var json = JsonNodeFactory.instance.objectNode();
    var perSecond = json.putArray("perSecond");
    measured.perSecond().forEach(perSecond::add);
    json.put("warmUpSeconds", measured.warmUpSeconds())
        .put("cores", measured.cores())
        .put("events", measured.events())
        .put("stateBytes", measured.stateBytes());
    System.out.println(RESULT + json);
    System.out.flush();
  }
}
