import { earlier, moved, shiftOf } from "../model/compare.js";
import { createStepsSource } from "./steps-source.js";

/** The steps of a range and, moved onto them, those of the time that it is compared with. */
export function createChartSteps(source) {
  const [chosen, past] = [createStepsSource(source), createStepsSource(source)];
  return {
    /** {steps, limits, failure, shift, before}: steps is null while nothing is known, before while nothing is compared. */
    read(range, comparison, campaign, detail, now) {
      const found = chosen.read(range, campaign, detail, now);
      const shift = shiftOf(comparison, range, found.limits);
      const before = shift ? past.read(earlier(found.limits, shift), campaign, detail, now).steps : null;
      return { ...found, shift, before: before && moved(before, shift) };
    },
    dispose() {
      chosen.dispose();
      past.dispose();
    },
  };
}
