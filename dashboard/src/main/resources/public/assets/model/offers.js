import { addMoney } from "../format.js";
import { liftRows } from "./lift.js";

/** How all offers together were taken: {presented, accepted, rate, live, decided, revenue}; rate is null while none was presented. */
export function allOffers(offers) {
  const sum = (name) => offers.reduce((total, { figures }) => total + figures[name], 0);
  const [presented, accepted] = [sum("presented"), sum("accepted")];
  return {
    presented,
    accepted,
    rate: presented > 0 ? accepted / presented : null,
    live: offers.filter(({ live }) => live).length,
    decided: sum("decided"),
    revenue: offers.length ? addMoney(offers.map(({ figures }) => figures.revenue)) : null,
  };
}

/** How an offer stands: LIVE, or why it is not. */
export function standing({ live, startsAt, endsAt }, now) {
  if (live) return "LIVE";
  if (startsAt && Date.parse(startsAt) > now) return "PLANNED";
  return endsAt && Date.parse(endsAt) < now ? "ENDED" : "SOLD_OUT";
}

/** The rules that forbid an offer most often: [[rule, times]]. */
export function mainBlocks(blocked, most = 2) {
  return Object.entries(blocked)
    .filter(([, times]) => times > 0)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most);
}

/** Live offers first, those presented most first, then by name. */
export function sortedOffers(offers) {
  const order = (a, b) => b.live - a.live || b.figures.presented - a.figures.presented || (a.name < b.name ? -1 : 1);
  return [...offers].sort(order);
}

/** Who may get offers against who never does, as rows of a table of differences; none while one side is empty. */
export function effectRows({ offered, silent, buyers, spend }) {
  const measure = (value, { difference, alwaysValidLow, alwaysValidHigh }) => ({
    value,
    lift: difference,
    alwaysValidInterval: alwaysValidLow === null ? null : { low: alwaysValidLow, high: alwaysValidHigh },
  });
  const report = {
    control: { n: silent.customers, conversionRate: { value: silent.rate }, spendPerHead: { value: silent.spendPerHead } },
    variants: [
      { variant: "offered", n: offered.customers, conversionRate: measure(offered.rate, buyers), spendPerHead: measure(offered.spendPerHead, spend) },
    ],
  };
  return liftRows(report, null, null);
}

/** What the rows allow to say of offers at all: works, hurts, early, mixed where one measure says works and one hurts, or null without rows. */
export function effectVerdict(rows) {
  if (rows.length === 0) return null;
  const said = new Set(rows.map(({ verdict }) => verdict));
  if (said.has("works") && said.has("hurts")) return "mixed";
  return ["works", "hurts"].find((verdict) => said.has(verdict)) ?? "early";
}

/** The strongest pairs without an offer, each the way round in which one says most of the other: [{from, fromName, to, toName, together, confidence, lift}]. */
export function suggestions({ pairs, total }, most = 5) {
  return pairs
    .filter(({ offered, lift }) => !offered && lift > 1)
    .slice(0, most)
    .map((pair) => {
      const back = (pair.together * pair.lift) / (pair.confidence * total);
      const forth = { from: pair.one, fromName: pair.oneName, to: pair.other, toName: pair.otherName, confidence: pair.confidence };
      const turned = { from: pair.other, fromName: pair.otherName, to: pair.one, toName: pair.oneName, confidence: back };
      return { ...(back > pair.confidence ? turned : forth), together: pair.together, lift: pair.lift };
    });
}

/** What a form for an offer of a suggestion says at first, as an address has it. */
export function offerQuery({ from, to, toName }, kind) {
  return { [kind]: to, name: toName ?? to, rule: `owns(${quoted(from)}) && !owns(${quoted(to)})` };
}

/** A text as rules write it. */
function quoted(words) {
  return JSON.stringify(words);
}
