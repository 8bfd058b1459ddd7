import { addMoney } from "../format.js";
import { wilson } from "./interval.js";

/** The campaign that surely responds best: highest lower end of the 95 % interval, among running ones if there are any. */
export function bestResponding(headlines) {
  const known = headlines.filter(({ figures }) => figures?.contacted > 0 && figures.responders > 0);
  const running = known.filter(({ status }) => status === "RUNNING");
  const surely = ({ figures }) => wilson(figures.responders, figures.contacted)[0];
  return (running.length ? running : known).reduce((best, one) => (!best || surely(one) > surely(best) ? one : best), null);
}

/** Figures without those that rest on a cost nobody has entered. */
export function knownCosts(figures, { costPerContact = null, fixedCost = null } = {}) {
  if (costPerContact !== null || fixedCost !== null) return figures;
  return { ...figures, cost: null, costPerResponse: null, roi: null };
}

/** The numbers above the list that may honestly be told of all campaigns together. */
export function overall(headlines) {
  return {
    all: headlines.length,
    running: headlines.filter(({ status }) => status === "RUNNING").length,
    orders: headlines.reduce((sum, { figures }) => sum + (figures?.orders ?? 0), 0),
    revenue: headlines.length ? addMoney(headlines.map(({ figures }) => figures?.revenue)) : null,
  };
}
