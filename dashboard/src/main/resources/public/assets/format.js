import { text } from "./messages.js";

const NARROW_SPACE = "\u202f";

/** The viewer's locale if the page speaks its language, else the page's own. */
export function pageLocale(preferred = []) {
  return preferred.find((tag) => tag.toLowerCase().split("-")[0] === text.language) ?? "en-GB";
}

/** Numbers, money and times as the page shows them. What does not exist is "–". */
export function createFormat({ locale = "en-GB", timeZone, currency = "USD" } = {}) {
  const number = (options) => new Intl.NumberFormat(locale, options);
  const date = (options) => new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options });
  const whole = number({ maximumFractionDigits: 0 });
  const oneDecimal = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const upToOne = number({ maximumFractionDigits: 1 });
  const finer = number({ maximumFractionDigits: 2 });
  const twoDecimals = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = number({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const inCurrency = { style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const exactMoney = number(inCurrency);
  const signedMoney = number({ ...inCurrency, signDisplay: "exceptZero" });
  const roundMoney = number({ ...inCurrency, maximumFractionDigits: 0 });
  const compactMoney = number({ ...inCurrency, notation: "compact", maximumFractionDigits: 2 });
  const clock = date({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const minute = date({ hour: "2-digit", minute: "2-digit" });
  const day = date({ day: "numeric", month: "short" });
  const fullDay = date({ day: "numeric", month: "short", year: "numeric" });
  const calendarDay = date({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const shown = (write) => (value) => (exists(value) ? write(value) : text.none);
  const at = (formatter) => shown((instant) => formatter.format(new Date(instant)));
  return {
    locale,
    currency,
    timeZone: zoneName(locale, timeZone),
    /** The name of a language, or its tag where it is none that is known. */
    language: shown((tag) => nameOf(languages, tag)),
    /** A day of the calendar, which is the same in every time zone. */
    date: at(calendarDay),
    count: shown((value) => whole.format(value)),
    decimal: shown((value) => (Math.abs(value) < 100 ? upToOne : whole).format(value)),
    expected: shown((value) => finer.format(value)),
    /** Small figures of a column, which end in one place. */
    fine: shown((value) => twoDecimals.format(value)),
    fineRate: shown((value) => twoDecimals.format(value * 100) + NARROW_SPACE + "%"),
    rate: shown((value) => oneDecimal.format(value * 100) + NARROW_SPACE + "%"),
    rateNumber: shown((value) => oneDecimal.format(value * 100)),
    axisRate: shown((value) => finer.format(value * 100) + NARROW_SPACE + "%"),
    plainRate: shown((value) => upToOne.format(value * 100) + NARROW_SPACE + "%"),
    signedRate: shown((value) => signed.format(value * 100) + NARROW_SPACE + "%"),
    pointNumber: shown((value) => withMinus(signed.format(value * 100))),
    points: shown((value) => text.points(withMinus(signed.format(value * 100)))),
    money: shown((value) => exactMoney.format(value)),
    signedMoney: shown((value) => withMinus(signedMoney.format(value))),
    roundMoney: shown((value) => (Math.abs(Number(value)) < 100 ? exactMoney : roundMoney).format(value)),
    compactMoney: shown((value) => (Math.abs(Number(value)) < 100_000 ? roundMoney : compactMoney).format(value)),
    clock: at(clock),
    minute: at(minute),
    day: at(day),
    fullDay: at(fullDay),
    dayAndMinute: shown((instant) => at(day)(instant) + ", " + at(minute)(instant)),
    moment: shown((instant) => at(fullDay)(instant) + ", " + at(minute)(instant)),
    span: shown((millis) => text.span(...spanOf(millis))),
  };
}

function nameOf(names, tag) {
  try {
    return names.of(tag);
  } catch {
    return tag;
  }
}

/** A minus as wide as the plus it stands under. */
function withMinus(words) {
  return words.replace("-", "\u2212");
}

function exists(value) {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

function zoneName(locale, timeZone) {
  const options = { timeZone, timeZoneName: "shortOffset" };
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(new Date());
  const offset = parts.find((part) => part.type === "timeZoneName").value;
  const zone = new Intl.DateTimeFormat(locale, { timeZone }).resolvedOptions().timeZone;
  return zone === "UTC" || zone === offset ? zone : `${zone} (${offset})`;
}

function spanOf(millis) {
  const minutes = Math.round(millis / 60_000);
  if (minutes % 1440 === 0) return [minutes / 1440, "day"];
  if (minutes % 60 === 0) return [minutes / 60, "hour"];
  return [minutes, "minute"];
}

/** The exact sum of decimal strings, as a decimal string: money is never added as floating point. */
export function addMoney(amounts) {
  const known = amounts.filter(exists).map(String);
  const scale = Math.max(0, ...known.map((amount) => (amount.split(".")[1] ?? "").length));
  const total = known.reduce((sum, amount) => sum + BigInt(unscaled(amount, scale)), 0n);
  return scaled(total, scale);
}

function unscaled(amount, scale) {
  const [units, fraction = ""] = amount.split(".");
  return units + fraction.padEnd(scale, "0");
}

function scaled(total, scale) {
  const sign = total < 0n ? "-" : "";
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, "0");
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
