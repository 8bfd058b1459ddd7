package io.campaignpulse.standalone.bench;

import java.util.List;
import java.util.Map;

/** Everything that is measured, in the order of the table. */
final class Rows {
  /** The ceiling. */
  static final String CONSUMER = "consumer";

  /** The least that a Flink job does. */
  static final String COUNT = "count";

  /** All capabilities. */
  static final String TOGETHER = "together";

  /** A thousand changing keys in Redis. */
  static final String THOUSAND_KEYS = "serve-1k-keys";

  private static final Dataset EVEN = new Dataset("even", 12_000_000, 10, 200_000);
  private static final Dataset MANY_CAMPAIGNS =
      new Dataset("campaigns", 3_000_000, 10_000, 100_000);
  private static final Dataset MANY_CUSTOMERS = new Dataset("customers", 4_000_000, 10, 1_000_000);
  private static final Map<String, String> ON_DISK = Map.of("state.backend.type", "rocksdb");

  private Rows() {}

  static List<Row> all() {
    return List.of(
        throughput(CONSUMER, "Kafka consumer that decodes", Workload.CONSUMER),
        throughput(COUNT, "Flink job that decodes, keys and counts", Workload.COUNT),
        throughput("response", "Campaign response alone", Workload.RESPONSE),
        throughput(TOGETHER, "All capabilities", Workload.TOGETHER),
        new Throughput(
            "together-1m-customers",
            "All, a million customers on RocksDB",
            Workload.TOGETHER,
            MANY_CUSTOMERS,
            ON_DISK,
            true),
        new Throughput(
            "together-10k-campaigns",
            "All, 10,000 campaigns",
            Workload.TOGETHER,
            MANY_CAMPAIGNS,
            Map.of(),
            true),
        serving(THOUSAND_KEYS, "Counts served, 1,000 keys", Workload.SERVE_THOUSAND),
        serving("serve-1m-keys", "Counts served, 1,000,000 keys", Workload.SERVE_MILLION),
        new Latency(),
        new PriorityQueries(),
        new Viewers(),
        // Last of those on the whole system: its offers would cost the others their time.
        new Decisions(),
        new Recovery());
  }

  private static Row throughput(String id, String title, Workload workload) {
    return new Throughput(id, title, workload, EVEN, Map.of(), false);
  }

  private static Row serving(String id, String title, Workload workload) {
    return new Throughput(id, title, workload, MANY_CUSTOMERS, Map.of(), true);
  }
}
