package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.AffinityStore;
import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.DeadLetters;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.FigureStore;
import io.campaignpulse.dashboard.ports.MirrorProgress;
import io.campaignpulse.dashboard.ports.OfferLog;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import java.time.Clock;

/**
 * What the dashboard asks of the world around it.
 *
 * @param hastyCustomers the same as the customers, but gives up within milliseconds
 * @param refill has next offers filled in that the serving store may have lost
 */
record Ports(
    EventLog log,
    MirrorProgress mirror,
    ReferenceStore references,
    FigureStore figures,
    CustomerStore customers,
    CustomerStore hastyCustomers,
    QueueStore queues,
    AffinityStore affinity,
    OfferStore offers,
    OfferLog offerLog,
    Runnable refill,
    DeadLetters deadLetters,
    ChangeFeed changes,
    Clock clock) {}
