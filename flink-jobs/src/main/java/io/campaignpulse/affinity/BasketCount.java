package io.campaignpulse.affinity;

import io.campaignpulse.affinity.core.Basket;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A basket that is to be counted, or not any more.
 *
 * @param day the epoch day of its order
 * @param times 1, or -1 to take it out
 */
@TypeInfo(BasketCountType.class)
public record BasketCount(long day, Basket basket, int times) {}
