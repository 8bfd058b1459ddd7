package io.campaignpulse.dashboard.callers;

import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import java.time.Instant;

/**
 * A caller, and what is known of them at a moment.
 *
 * @param customerId null for one who is nobody that is known, or known by an identity only
 * @param known null where nothing is known
 * @param now event time
 * @param degraded whether what is known of the caller could not be read
 */
public record Caller(
    String customerId, Known known, Common common, Instant now, boolean degraded) {}
