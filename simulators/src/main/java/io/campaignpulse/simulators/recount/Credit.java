package io.campaignpulse.simulators.recount;

/**
 * To which campaign an interaction is credited, and whether by its own code or through a contact.
 */
record Credit(String campaignId, boolean direct) {}
