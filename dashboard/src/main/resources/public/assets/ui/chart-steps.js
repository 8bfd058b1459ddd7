import { earlier, moved, shiftOf } from "../model/compare.js";
import { createStepsSource } from "./steps-source.js";

/** The steps of a range and, moved onto them, those of the time that it is compared with. */
export function createChartSteps(source) {
  const [chosen, past] = [createStepsSource(source), createStepsSource(source, { moves: true })];
  return {
    /** {steps, limits, failure, shift, before, pastFailure}: steps is null while nothing is known, before while nothing is compared; each failure is of its own. */
    read(range, comparison, campaign, detail, now) {
      const found = chosen.read(range, campaign, detail, now);
      const shift = shiftOf(comparison, range, found.limits);
      const { steps: before = null, failure: pastFailure = null } = shift ? past.read(earlier(found.limits, shift), campaign, detail, now) : {};
      return { ...found, shift, before: before && moved(before, shift), pastFailure };
    },
    dispose() {
      chosen.dispose();
      past.dispose();
    },
  };
}
