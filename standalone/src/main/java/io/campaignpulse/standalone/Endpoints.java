package io.campaignpulse.standalone;

import java.util.Map;

/**
 * Where the parts of a running system meet.
 *
 * @param kafka client properties, {@code bootstrap.servers} and security options among them
 * @param redisUri {@code redis://host:port}, or {@code rediss://user:password@host:port}
 */
public record Endpoints(Map<String, String> kafka, String redisUri) {
  public Endpoints {
    kafka = Map.copyOf(kafka);
  }
}
