import { numbers } from "./number.js";

/** Why a customer may call. */
export const REASONS = ["COMPLAINT", "CAMPAIGN", "CART", "OTHER"];
export const TIERS = ["A", "B", "C"];
/** The figures of the rules, with what they are while nobody has set them. */
export const DEFAULTS = { leastRate: 1, mostRate: 4, windowSeconds: 900, overloadAbove: 1.2, overloadBelow: 1.1 };
export const FIGURES = Object.keys(DEFAULTS);
/** What stands in the name of a queue for the agent who served the caller last. */
export const LAST_AGENT = "{lastAgentId}";
const HIGHEST_RATE = 1_000;
const LONGEST_WINDOW = 86_400;

/** A rule to begin with. */
export const emptyRule = () => ({ queue: "", reasons: [], tiers: [], languages: "", lastAgents: "" });

/** Rules as form fields: strings as typed, languages in one line, and agents too. */
export function toRulesForm(record) {
  const figures = FIGURES.map((name) => [name, numbers.write(record?.[name] ?? DEFAULTS[name])]);
  return { ...Object.fromEntries(figures), queues: (record?.queues ?? []).map(toRow) };
}

function toRow({ queue, reasons = [], tiers = [], languages = [], lastAgents = [] }) {
  return { queue, reasons: [...reasons], tiers: [...tiers], languages: languages.join(", "), lastAgents: lastAgents.join(", ") };
}

/** The rules that a form stands for; what the form does not know is kept from `known`. */
export function toRules(form, known = {}) {
  const figures = Object.fromEntries(FIGURES.map((name) => [name, numbers.read(form[name])]));
  return { ...known, ...figures, queues: form.queues.map(toRule) };
}

function toRule({ queue, reasons, tiers, languages, lastAgents }) {
  return {
    queue: queue.trim(), reasons: [...reasons], tiers: [...tiers],
    languages: listed(languages, /[\s,;]+/), lastAgents: listed(lastAgents, /[,;]/),
  };
}

function listed(typed, between) {
  return [...new Set(typed.split(between).map((each) => each.trim()).filter(Boolean))];
}

/** Whether a form says what holds while nobody has set rules. */
export function isDefault(form) {
  return form.queues.length === 0 && FIGURES.every((name) => numbers.read(form[name]) === DEFAULTS[name]);
}

/** What is wrong with a form: the path of a field, as the server names it → name of the text that says it. */
export function checkRules(form) {
  const wrong = {};
  const demand = (path, right, what) => {
    if (!right) wrong[path] ??= what;
  };
  const { leastRate: least, mostRate: most, overloadAbove: above, overloadBelow: below, windowSeconds: window } = toRules(form);
  for (const name of FIGURES) demand(name, !numbers.isUnsure(form[name]), "unsure");
  demand("leastRate", least > 0 && least <= HIGHEST_RATE, "rate");
  demand("mostRate", most > 0 && most <= HIGHEST_RATE, "rate");
  demand("mostRate", !(most < least), "rates");
  demand("windowSeconds", Number.isInteger(window) && window >= 1 && window <= LONGEST_WINDOW, "window");
  demand("overloadBelow", below >= 1 && Number.isFinite(below), "ratio");
  demand("overloadAbove", above >= 1 && Number.isFinite(above), "ratio");
  demand("overloadAbove", !(above < below), "ratios");
  form.queues.forEach(({ queue }, index) => {
    demand(`queues[${index}].queue`, queue.trim(), "required");
    demand(`queues[${index}].queue`, !/[{}]/.test(queue.replaceAll(LAST_AGENT, "")), "braces");
  });
  return wrong;
}

/** What the server found wrong, by the fields of the form: a list is one field, and `entry(at, error)` says which entry of it is wrong. */
export function byField(errors, entry) {
  const named = {};
  for (const [path, error] of Object.entries(errors)) {
    const [, list, at] = /^(queues\[\d+\]\.\w+)\[(\d+)\]$/.exec(path) ?? [];
    if (list) named[list] ??= entry(Number(at) + 1, error);
    else named[path] = error;
  }
  return named;
}

/** Whole minutes of so many seconds as typed, or null where they are none. */
export function wholeMinutes(typed) {
  const seconds = numbers.read(typed);
  return seconds >= 60 && Number.isInteger(seconds / 60) ? seconds / 60 : null;
}
