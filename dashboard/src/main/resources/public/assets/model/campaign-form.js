import { durationMillis, isoDuration, largestUnit } from "./duration.js";
import { numbers } from "./number.js";
import { splitOf, splitText, splitWrong } from "./split.js";

const UNIT_MILLIS = { week: 604_800_000, day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000 };
const ALL_TYPES = ["CALL", "VISIT", "ORDER", "OTHER"];
const NUMBERS = ["responseWindow", "audienceSize", "costPerContact", "fixedCost", "plannedResponseRate", "priorityShare"];
const CURVE_LINE = /^(\d[\d.,]*)\s*[:;]\s*(\d[\d.,]*)\s*%?$/;

/** The id that a name suggests: lower case, words joined by dashes. */
export function suggestId(name) {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}

/** What the fields of a new campaign say at first. */
export function emptyForm() {
  return toForm({ responseWindow: "P14D", responseTypes: ALL_TYPES, attribution: "DIRECT_THEN_LAST_CONTACT", controlVariant: "CONTROL" });
}

/** A campaign record as form fields: strings as typed, instants as milliseconds (null while not given). */
export function toForm(record) {
  const [amount, unit] = largestUnit(durationMillis(record.responseWindow) ?? 14 * UNIT_MILLIS.day);
  return {
    name: record.name ?? "",
    campaignId: record.campaignId ?? "",
    startsAt: record.startsAt ? Date.parse(record.startsAt) : null,
    endsAt: record.endsAt ? Date.parse(record.endsAt) : null,
    responseWindow: String(amount),
    responseWindowUnit: unit,
    responseTypes: record.responseTypes?.length ? [...record.responseTypes] : ALL_TYPES,
    attribution: record.attribution ?? "DIRECT_THEN_LAST_CONTACT",
    campaignCodes: (record.campaignCodes ?? []).join(", "),
    dialInNumbers: (record.dialInNumbers ?? []).join(", "),
    controlVariant: record.controlVariant ?? "",
    plannedShares: splitText(record.plannedShares),
    audienceSize: numbers.write(record.audienceSize),
    costPerContact: numbers.write(record.costPerContact),
    fixedCost: numbers.write(record.fixedCost),
    plannedResponseRate: numbers.write(asPercent(record.plannedResponseRate)),
    plannedResponseCurve: (record.plannedResponseCurve ?? []).map(curveLine).join("\n"),
    priorityShare: numbers.write(asPercent(record.priorityShare ?? 1)),
  };
}

function asPercent(share) {
  return share === null || share === undefined ? null : Number((Number(share) * 100).toFixed(6));
}

function curveLine({ after, share }) {
  return `${numbers.write(Number(((durationMillis(after) ?? 0) / UNIT_MILLIS.day).toFixed(4)))}: ${numbers.write(asPercent(share))} %`;
}

/** The record that a form stands for; what the form does not know is kept from `known`. */
export function toRecord(form, known = {}) {
  return {
    ...known,
    campaignId: form.campaignId.trim(),
    name: form.name.trim(),
    startsAt: new Date(form.startsAt).toISOString(),
    endsAt: new Date(form.endsAt).toISOString(),
    responseWindow: isoDuration(numbers.read(form.responseWindow) * UNIT_MILLIS[form.responseWindowUnit]),
    responseTypes: form.responseTypes,
    attribution: form.attribution,
    campaignCodes: list(form.campaignCodes),
    dialInNumbers: list(form.dialInNumbers),
    controlVariant: form.controlVariant.trim() || "CONTROL",
    plannedShares: given(form.plannedShares, splitOf),
    audienceSize: given(form.audienceSize, numbers.read),
    costPerContact: given(form.costPerContact, numbers.exact),
    fixedCost: given(form.fixedCost, numbers.exact),
    plannedResponseRate: given(form.plannedResponseRate, (typed) => share(numbers.read(typed))),
    plannedResponseCurve: given(form.plannedResponseCurve, (typed) => curve(typed)),
    priorityShare: given(form.priorityShare, (typed) => share(numbers.read(typed))) ?? 1,
  };
}

function given(typed, read) {
  return typed.trim() === "" ? null : read(typed.trim());
}

function list(typed) {
  return typed.split(/[,\n]/).map((one) => one.trim()).filter(Boolean);
}

function share(percent) {
  return Number((percent / 100).toFixed(8));
}

function curve(typed) {
  const lines = typed.split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.map((line) => {
    const [days, percent] = (CURVE_LINE.exec(line) ?? []).slice(1).map(numbers.read);
    return percent >= 0 && days >= 0 ? { after: isoDuration(Math.round((days * UNIT_MILLIS.day) / 60_000) * 60_000), share: share(percent) } : null;
  });
}

/** What is wrong with a form: field → name of the text that says it. `taken` are ids that exist already. */
export function check(form, taken = new Set()) {
  const wrong = {};
  const demand = (field, right, what) => {
    if (!right && !wrong[field]) wrong[field] = what;
  };
  demand("name", form.name.trim(), "required");
  demand("campaignId", form.campaignId.trim(), "required");
  demand("campaignId", /^[\w.-]*$/.test(form.campaignId.trim()), "id");
  demand("campaignId", !taken.has(form.campaignId.trim()), "taken");
  demand("startsAt", Number.isFinite(form.startsAt), "required");
  demand("endsAt", Number.isFinite(form.endsAt), "required");
  demand("endsAt", !(form.endsAt < form.startsAt), "order");
  for (const field of NUMBERS) demand(field, !numbers.isUnsure(form[field]), "unsure");
  demand("responseWindow", numbers.read(form.responseWindow) > 0, "positive");
  demand("responseWindow", Number.isInteger(numbers.read(form.responseWindow)), "whole");
  demand("responseTypes", form.responseTypes.length, "types");
  demand("dialInNumbers", list(form.dialInNumbers).every((one) => /^\+[\d\s().-]{5,}$/.test(one)), "phone");
  for (const field of ["costPerContact", "fixedCost", "audienceSize"]) demand(field, blankOr(form[field], (typed) => typed >= 0), "number");
  demand("audienceSize", blankOr(form.audienceSize, Number.isInteger), "whole");
  demand("plannedResponseRate", blankOr(form.plannedResponseRate, (typed) => typed >= 0 && typed <= 100), "percent");
  demand("priorityShare", blankOr(form.priorityShare, (typed) => typed >= 0 && typed <= 100), "percent");
  const split = splitWrong(form.plannedShares);
  demand("plannedShares", !split, split);
  Object.assign(wrong, curveWrong(form.plannedResponseCurve));
  return wrong;
}

function blankOr(typed, right) {
  return typed.trim() === "" || right(numbers.read(typed));
}

function curveWrong(typed) {
  const points = curve(typed);
  if (points.some((point) => !point)) return { plannedResponseCurve: "curve" };
  const days = points.map(({ after }) => durationMillis(after));
  const grows = points.every((point, index) => index === 0 || (days[index] > days[index - 1] && point.share >= points[index - 1].share));
  if (!grows) return { plannedResponseCurve: "curveOrder" };
  return points.some(({ share: one }) => one > 1) ? { plannedResponseCurve: "percent" } : {};
}
