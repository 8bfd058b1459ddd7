package io.campaignpulse.value;

/**
 * The customers of one subtask as a pass over them found them.
 *
 * @param subtask which of them
 * @param of how many there are
 * @param today the epoch day that event time has come to
 * @param customers how many are known by an id
 * @param repeaters how many bought on more than one day
 * @param buyers a {@link io.campaignpulse.value.core.WorthSketch} of the buyers' worth
 */
public record ValueSketch(
    int subtask, int of, long today, long customers, long repeaters, byte[] buyers) {}
