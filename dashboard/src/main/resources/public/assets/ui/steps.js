import { nextRow } from "../model/order.js";

/** Goes from row to row of a list by its links; where the row with the focus has left, from where it was. */
export function createSteps(links) {
  let past = { rows: [], at: null };
  return (by) => {
    const rows = links();
    const at = nextRow(rows, document.activeElement, past, by);
    past = { rows, at };
    at?.focus();
  };
}
