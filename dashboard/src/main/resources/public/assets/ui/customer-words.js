import { text } from "../messages.js";
import { daysToBirthday, firstPurchase, lacksModel, lastPurchase, shareBelow, worthKind } from "../model/customer.js";
import { identityKind, isMalformed, lacksCountry } from "../model/find-customer.js";

/** A tier as a badge says it. */
export function tierWords(tier) {
  return text.tiers[tier] ?? text.none;
}

/** How soon a birthday is, or nothing if it is not near. */
export function birthdayWords(birthday, today) {
  const days = daysToBirthday(birthday, today);
  return days === null ? "" : text.card.birthdayIn(days);
}

/** How a customer stands among all: the words before the figure, the figure if there is one, and the words after it. */
export function worthWords(card, format) {
  const kind = worthKind(card);
  if (kind !== "below") return { label: text.card.rank, figure: "", words: text.card.notBelow[kind] };
  return { label: text.card.worthMore, figure: format.rate(shareBelow(card)), words: text.card.ofAll };
}

/** A profile in words, by the names of its fields; lists have a line each. */
export function profileWords({ birthday, segment, language, phones, emails }, format) {
  const lines = (several) => (several?.length ? several.join("\n") : text.none);
  return {
    birthday: format.date(birthday),
    segment: segment ?? text.none,
    language: format.language(language),
    phones: lines(phones),
    emails: lines(emails),
  };
}

/** What is expected of a customer, by the names of the figures. */
export function expectedWords({ value }, format) {
  return {
    expectedSpend: format.money(value.expectedSpend),
    expectedPurchases: format.expected(value.expectedPurchases),
    probabilityAlive: format.rate(value.probabilityAlive),
  };
}

/** What a customer has done so far, by the names of the figures. */
export function soFarWords({ value }, format) {
  return {
    purchaseDays: format.count(value.purchaseDays),
    lastPurchase: format.date(lastPurchase(value)),
    customerSince: format.date(firstPurchase(value)),
    meanSpend: format.money(value.meanSpend),
    spend: format.money(value.spend),
  };
}

/** Why a customer should be answered soon. */
export function reasonWords(reason) {
  return text.card.reasons[reason] ?? reason;
}

/** How much a reason gives. */
export function pointsWords(points, format) {
  return `+${format.decimal(points)}`;
}

/** An interaction: when it was, what it was, and its amount if it has one. */
export function interactionWords(interaction, format) {
  return [format.dayAndMinute(interaction.at), whatWords(interaction), amountWords(interaction, format)];
}

function amountWords({ kind, amount }, format) {
  if (amount === null) return "";
  return kind === "RETURN" ? text.card.interaction.returned(format.money(amount)) : format.money(amount);
}

/** What an interaction was. */
export function whatWords({ kind, act, channel }) {
  const { kinds, acts } = text.card.interaction;
  const where = kind === "OTHER" || kind === "ORDER" || kind === "RETURN" || kind === "CONTACT" ? (text.channels[channel] ?? channel) : null;
  return [kinds[kind] ?? kind, where, acts[act] ?? act].filter(Boolean).join(" · ");
}

/** What stands above the expected figures: since when they count, or why there are none. */
export function expectedNote(card, format) {
  if (lacksModel(card)) return text.card.lacksModel;
  return card.isNew ? "" : asOfWords(card, format);
}

/** Up to which day a customer was observed. */
export function asOfWords({ value: { asOf } }, format) {
  return asOf ? text.card.countedFrom(format.date(asOf)) : "";
}

/** The value model in a line: `answer` is it, `failure` why it is not there. */
export function modelWords({ answer, failure }, format) {
  const { fitted, none, failed } = text.customers.model;
  if (answer) return fitted(format.date(answer.asOf), format.count(answer.sampleSize), format.count(answer.horizonWeeks));
  if (!failure) return "";
  return failure.status === 404 ? none : failed;
}

/** That nobody was found by what was typed. */
export function nobodyWords(query) {
  const nobody = text.customers.nobody[identityKind(query)](query);
  return lacksCountry(query) ? `${nobody} ${text.customers.lacksCountry}` : nobody;
}

/** Why a search came to nothing. */
export function searchFailed(problem, query) {
  if (!problem.status) return text.customers.unreachable;
  return isMalformed(problem) ? (problem.fields[identityKind(query)] ?? problem.message) : problem.message;
}
