package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.collect.Rebuild;
import io.campaignpulse.dashboard.figures.NewestFigures;
import io.campaignpulse.dashboard.kafka.KafkaClients;
import io.campaignpulse.dashboard.kafka.KafkaDeadLetters;
import io.campaignpulse.dashboard.kafka.KafkaEventLog;
import io.campaignpulse.dashboard.kafka.KafkaOfferLog;
import io.campaignpulse.dashboard.kafka.KafkaProbe;
import io.campaignpulse.dashboard.kafka.ReferenceMirror;
import io.campaignpulse.dashboard.offers.Refilling;
import io.campaignpulse.dashboard.redis.Redis;
import io.campaignpulse.dashboard.redis.RedisAffinity;
import io.campaignpulse.dashboard.redis.RedisChanges;
import io.campaignpulse.dashboard.redis.RedisCustomers;
import io.campaignpulse.dashboard.redis.RedisFigures;
import io.campaignpulse.dashboard.redis.RedisMirrorStore;
import io.campaignpulse.dashboard.redis.RedisOffers;
import io.campaignpulse.dashboard.redis.RedisQueues;
import io.campaignpulse.dashboard.redis.RedisReferences;
import io.campaignpulse.dashboard.redis.RedisRefillStore;
import java.time.Clock;
import java.time.Duration;

/** Joins the dashboard to Kafka and Redis. */
final class Wiring {
  /** A router waits for no more than fifty milliseconds, two of these at most among them. */
  private static final Duration PRIORITY_WITHIN = Duration.ofMillis(20);

  private Wiring() {}

  static Ports connect(DashboardSettings settings, Started parts) {
    var clients = new KafkaClients(settings.kafka());
    var redis = parts.add(new Redis(settings.redisUri()));
    var probe = parts.add(new KafkaProbe(clients));
    var log = parts.add(new KafkaEventLog(clients, probe));
    var offerLog = new KafkaOfferLog(clients);
    var refilling = parts.add(new Refilling(new RedisRefillStore(redis), offerLog::newestFirst));
    var mirror =
        parts.add(
            new ReferenceMirror(
                clients,
                new RedisMirrorStore(redis),
                settings.currency(),
                new Rebuild(log, refilling::order)::order));
    return new Ports(
        log,
        mirror.progress(),
        new RedisReferences(redis),
        new NewestFigures(new RedisFigures(redis)),
        new RedisCustomers(redis),
        new RedisCustomers(parts.add(new Redis(settings.redisUri(), PRIORITY_WITHIN))),
        new RedisQueues(redis),
        new RedisAffinity(redis),
        new RedisOffers(redis),
        offerLog,
        refilling::order,
        new KafkaDeadLetters(clients),
        new RedisChanges(settings.redisUri()),
        Clock.systemUTC());
  }
}
