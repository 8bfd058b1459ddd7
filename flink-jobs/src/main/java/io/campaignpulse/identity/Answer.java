package io.campaignpulse.identity;

import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** One identity's answer for an event with several; a null customer is one that is not known. */
@TypeInfo(AnswerType.class)
public record Answer(Touch touch, int rank, String customerId) {}
