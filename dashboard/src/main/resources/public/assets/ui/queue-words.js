import { text } from "../messages.js";
import { clockOf, identityOf } from "../model/queues.js";

const LONG_AGO = 72_000_000;

/** In which order a queue is answered, and since when. */
export function modeWords({ mode, modeSince }, now, format) {
  const words = text.calls.modes[mode] ?? mode;
  if (!modeSince) return words;
  const write = now - Date.parse(modeSince) > LONG_AGO ? format.dayAndMinute : format.minute;
  return text.calls.since(words, write(modeSince));
}

/** Something of each tier, in one line. */
export function byTier(values, write) {
  return Object.entries(values).map(([tier, value]) => text.calls.tierCount(tier, write(value))).join(" · ");
}

/** How long something takes, or "–". */
export function waitWords(seconds) {
  return seconds === null || seconds === undefined ? text.none : clockOf(seconds);
}

/** Who calls, as well as it is known. */
export function callerWords({ name, customerId, identity }) {
  return name ?? customerId ?? (identity ? text.calls.unknown(identityOf(identity)) : text.calls.nobody);
}

/** How many calls came, were answered and by how many agents, and were given up lately: [when, how many]. */
export function countWords({ windowSeconds, queued, answered, abandoned, agentsActive }, format) {
  if (!windowSeconds) return ["", text.none];
  const when = text.calls.window(format.span(windowSeconds * 1_000));
  const byWhom = agentsActive ? text.calls.answeredBy(format.count(answered), format.count(agentsActive), agentsActive) : text.calls.answered(format.count(answered));
  return [when, text.calls.counts(format.count(queued), byWhom, format.count(abandoned))];
}

/** How many calls were answered in time: [which part of them, of how many, over which time and without which]. */
export function serviceWords(serviceLevel, format) {
  if (!serviceLevel) return [text.none, "", ""];
  const { level, answeredWithin, of, thresholdSeconds, windowSeconds, abandonedWithin } = serviceLevel;
  const counts = text.calls.inTime(...[answeredWithin, of, thresholdSeconds].map(format.count));
  return [format.rate(level), counts, text.calls.leftOut(format.span(windowSeconds * 1_000), format.count(abandonedWithin))];
}

/** How many calls came in this quarter of an hour, in the last whole one, and then a day before. */
export function arrivalWords({ arrivals }, format) {
  if (!arrivals?.length) return text.none;
  const [last, current] = [arrivals.at(-2), arrivals.at(-1)];
  const now = text.calls.sinceQuarter(format.count(current.calls), format.minute(current.from));
  if (!last) return now;
  const before = last.dayBefore === null ? "" : ` ${text.calls.dayBefore(format.count(last.dayBefore))}`;
  return `${now} · ${text.calls.lastQuarter(format.count(last.calls), format.minute(last.from))}${before}`;
}

/** Where a call waits, and where it should go if that is elsewhere. */
export function routeWords({ queue, suggestedQueue }) {
  return !suggestedQueue || suggestedQueue === queue ? queue : text.calls.decisions.moved(queue, suggestedQueue);
}

/** How fast a call gains priority while it waits, or that its tier alone counts. */
export function rateWords({ rate, mode }, format) {
  return mode === "STRICT" ? text.calls.decisions.byTier : text.calls.decisions.rate(format.decimal(rate));
}

/** Which queue should take a call that waits in another; of one that is called after the agent who served the caller last, why. */
export function suggestionWords({ suggestedQueue, queue, lastAgentId }) {
  if (!suggestedQueue) return text.none;
  if (suggestedQueue === queue) return text.calls.sameQueue;
  return isNamedAfter(suggestedQueue, lastAgentId) ? text.calls.lastServedBy(suggestedQueue, lastAgentId) : suggestedQueue;
}

/** Whether an id is in the name of a queue as a whole: “eve” in “agent-eve”, not in “seven”. */
function isNamedAfter(queue, agentId) {
  return Boolean(agentId) && wordsOf(queue).includes(wordsOf(agentId));
}

function wordsOf(name) {
  return ` ${name.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ")} `;
}

/** What a caller probably wants. */
export function aboutWords({ callReason }) {
  return callReason ? (text.calls.callReasons[callReason] ?? callReason) : text.none;
}
