/**
 * A bank's log of a month of calls, of the form of the Technion's "Anonymous Bank" data: counted as
 * it is, and answered again in another order. Times are seconds from midnight of the call's date.
 */
package io.campaignpulse.simulators.callcentre.log;
