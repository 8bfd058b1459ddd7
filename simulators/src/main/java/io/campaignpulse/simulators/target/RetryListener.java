package io.campaignpulse.simulators.target;

import java.time.Duration;

/** Hears that a request has to be tried again, so that a person can be told. */
@FunctionalInterface
public interface RetryListener {
  RetryListener SILENT = (reason, wait) -> {};

  void retrying(String reason, Duration wait);
}
