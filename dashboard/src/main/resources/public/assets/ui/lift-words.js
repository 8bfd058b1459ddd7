import { setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { srmGroups } from "../model/lift.js";

/** The ends of an interval, each written by `write`, or nothing without one. */
export function intervalWords(interval, write) {
  return interval ? text.lift.interval(write(interval.low), write(interval.high)) : "";
}

/** What the sample ratio check has to say: a warning, a quiet line, or nothing where nothing is planned. */
export function srmWords(srm, format) {
  if (!srm) return { note: "", warning: "" };
  if (!srm.warning) return { note: text.lift.asPlanned, warning: "" };
  const groups = srmGroups(srm).map(({ variant, observed, share, planned }) => text.lift.srmGroup(variant, format.rate(share), format.rate(planned), format.count(observed)));
  return { note: "", warning: text.lift.srm(groups.join("; ")) };
}

/** Shows what a difference from the control group allows to say, as a mark and words. */
export function showLiftVerdict(pill, verdict) {
  setAttribute(pill, "data-verdict", verdict);
  setText(pill, verdict ? `${text.lift.mark[verdict]} ${text.lift.verdict[verdict]}` : "");
}
