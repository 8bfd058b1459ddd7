import { setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";

/** The ends of an interval, each written by `write`, or nothing without one. */
export function intervalWords(interval, write) {
  return interval ? text.lift.interval(write(interval.low), write(interval.high)) : "";
}

/** Shows what a difference from the control group allows to say, as a mark and words. */
export function showLiftVerdict(pill, verdict) {
  setAttribute(pill, "data-verdict", verdict);
  setText(pill, verdict ? `${text.lift.mark[verdict]} ${text.lift.verdict[verdict]}` : "");
}
