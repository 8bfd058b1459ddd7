/** Queues that can be reckoned without simulation. Times are in seconds. */
package io.campaignpulse.simulators.callcentre.theory;
