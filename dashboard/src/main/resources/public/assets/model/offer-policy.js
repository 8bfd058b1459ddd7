import { numbers } from "./number.js";

/** What a cap counts: all offers of a customer, those of one offer, or those on one channel. */
export const SCOPES = ["CUSTOMER", "CHANNEL", "OFFER"];
const MOST = 2 ** 31 - 1;
const LONGEST_HOURS = 10 * 366 * 24;
const LONGEST_DAYS = 366;
const MOST_PERCENT = 1_000;

/** A policy as form fields: strings as typed, shares in percent. */
export function toPolicyForm(record) {
  return {
    caps: record.caps.map(({ scope, most, hours }) => ({ scope, most: numbers.write(most), hours: numbers.write(hours) })),
    countContacts: record.countContacts,
    declinedOfferHours: numbers.write(record.declinedOfferHours),
    declinedAnyHours: numbers.write(record.declinedAnyHours),
    silentShare: numbers.write(decimal(record.silentShare * 100)),
    effectDays: numbers.write(record.effectDays),
    contexts: record.contexts.map(({ name, rule, percent }) => ({ name, rule, percent: numbers.write(percent) })),
  };
}

/** A row to begin with, in each list of rows. */
export const emptyRow = {
  caps: () => ({ scope: "CUSTOMER", most: "1", hours: "24" }),
  contexts: () => ({ name: "", rule: "", percent: "50" }),
};

/** The policy that a form stands for; what the form does not know, as the seed, is kept from `known`. */
export function toPolicy(form, known = {}) {
  return {
    ...known,
    caps: form.caps.map(({ scope, most, hours }) => ({ scope, most: numbers.read(most), hours: numbers.read(hours) })),
    countContacts: form.countContacts,
    declinedOfferHours: numbers.read(form.declinedOfferHours),
    declinedAnyHours: numbers.read(form.declinedAnyHours),
    silentShare: decimal(numbers.read(form.silentShare) / 100),
    effectDays: numbers.read(form.effectDays),
    contexts: form.contexts.map(({ name, rule, percent }) => ({ name: name.trim(), rule: rule.trim(), percent: numbers.read(percent) })),
  };
}

/** A number without the trace of binary fractions that a factor of a hundred leaves. */
function decimal(value) {
  return Number(value.toPrecision(12));
}

/** What is wrong with a form: the path of a field, as the server names it → name of the text that says it. */
export function checkPolicy(form) {
  const wrong = {};
  const demand = (path, right, what) => {
    if (!right) wrong[path] ??= what;
  };
  const figure = (path, typed, right, what) => demand(path, right(numbers.read(typed)), numbers.isUnsure(typed) ? "unsure" : what);
  const within = (path, typed, least, most, what) => figure(path, typed, (value) => isWhole(value, least, most), what);
  form.caps.forEach(({ most, hours }, index) => {
    within(`caps[${index}].most`, most, 0, MOST, "count");
    within(`caps[${index}].hours`, hours, 1, LONGEST_HOURS, "window");
  });
  for (const field of ["declinedOfferHours", "declinedAnyHours"]) within(field, form[field], 0, LONGEST_HOURS, "hours");
  figure("silentShare", form.silentShare, (share) => share >= 0 && share <= 100, "share");
  within("effectDays", form.effectDays, 1, LONGEST_DAYS, "days");
  form.contexts.forEach(({ name, rule, percent }, index) => {
    demand(`contexts[${index}].name`, name.trim(), "required");
    demand(`contexts[${index}].rule`, rule.trim(), "required");
    figure(`contexts[${index}].percent`, percent, (value) => Math.abs(value) <= MOST_PERCENT, "percent");
  });
  return wrong;
}

function isWhole(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Whole days of so many hours as typed, or null where they are none. */
export function wholeDays(typed) {
  const hours = numbers.read(typed);
  return hours >= 24 && Number.isInteger(hours / 24) ? hours / 24 : null;
}
