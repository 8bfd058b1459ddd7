/**
 * A call centre as a discrete-event simulation: who calls, who is answered next, who hangs up
 * before. Times are seconds from the start of the simulated day; amounts are minor units.
 */
package io.campaignpulse.simulators.callcentre;
