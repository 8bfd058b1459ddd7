package io.campaignpulse.offers;

import io.campaignpulse.offers.core.Opportunities.Found;
import java.util.List;

/**
 * What could be sold to the customers of one subtask, as a pass over them found it.
 *
 * @param subtask which of them
 * @param of how many there are
 * @param orders that are held of them
 * @param spentMinor what these came to
 */
public record OpportunityShare(
    int subtask, int of, List<Found> found, long orders, long spentMinor) {}
