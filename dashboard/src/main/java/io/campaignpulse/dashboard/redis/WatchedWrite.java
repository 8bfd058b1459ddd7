package io.campaignpulse.dashboard.redis;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.exceptions.JedisDataException;

/** Writes that are made together, or not at all where something else was written meanwhile. */
final class WatchedWrite {
  private WatchedWrite() {}

  /**
   * The watch makes the writes fail if anybody writes the key, or empties the store, between the
   * look and them.
   *
   * @param fits looks whether they still are to be made
   * @return whether they were
   */
  static boolean of(
      Redis redis, String watched, BooleanSupplier fits, Consumer<AbstractTransaction> writes) {
    return redis.ask(
        client -> {
          try (var transaction = client.transaction(false)) {
            transaction.watch(watched);
            if (!fits.getAsBoolean()) {
              transaction.unwatch();
              return false;
            }
            transaction.multi();
            writes.accept(transaction);
            return done(transaction.exec());
          }
        });
  }

  private static boolean done(List<Object> answers) {
    if (answers == null) {
      return false;
    }
    for (var answer : answers) {
      if (answer instanceof JedisDataException failed) {
        throw failed;
      }
    }
    return true;
  }
}
