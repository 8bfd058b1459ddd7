import { numbers } from "./number.js";

const LINE = /^(.+?)\s*[:;]\s*(\d[\d.,]*)\s*%?$/;
const ROUNDING = 1e-9;

/** Planned shares as text, one variant a line: "A: 45 %". */
export function splitText(shares) {
  return (shares ?? []).map(({ variant, share }) => `${variant}: ${numbers.write(Number((share * 100).toFixed(6)))} %`).join("\n");
}

/** The planned shares in a text; null for each line that says none. */
export function splitOf(typed) {
  const lines = typed.split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.map((line) => {
    const [, variant, percent] = LINE.exec(line) ?? [];
    const share = Number((numbers.read(percent ?? "") / 100).toFixed(8));
    return variant && Number.isFinite(share) ? { variant, share } : null;
  });
}

/** What is wrong with planned shares as typed: the name of the text that says it, or null. */
export function splitWrong(typed) {
  const shares = splitOf(typed);
  if (shares.includes(null)) return "split";
  if (new Set(shares.map(({ variant }) => variant)).size < shares.length) return "splitTwice";
  if (shares.some(({ share }) => share <= 0)) return "positive";
  return shares.reduce((sum, { share }) => sum + share, 0) > 1 + ROUNDING ? "splitSum" : null;
}
