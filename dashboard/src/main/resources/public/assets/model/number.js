import { pageLocale } from "../format.js";

const SPACES = /[\s\u00a0\u2009\u202f'’]/g;
const SPACED = /^\d{1,3}(?:[\s\u00a0\u2009\u202f'’]\d{3})+(?=$|[.,])/;
const GROUPS = /^[1-9]\d{0,2}(?:([.,])\d{2,3})*?(?:[.,]\d{3})$/;
const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/;

/** Thousands to one reader and a number with three decimals to another, as nobody writes a decimal that ends in zero: "48.000". */
const UNSURE = /^[1-9]\d{0,2}[.,]\d\d0$/;

/**
 * Numbers as they are typed and written in a locale. Separators of thousands are understood where they part groups of three,
 * and a comma or a point is a decimal one where it can be nothing else: "48,000" and "1,5" are both told right.
 */
export function createNumbers(locale) {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const separator = (type) => parts.find((part) => part.type === type)?.value ?? null;
  const point = separator("decimal") ?? ".";
  const group = separator("group");

  /** The same number as `Number` reads it, or null where it is none or may be two. */
  function plain(typed) {
    const [, sign, digits] = /^([+\-\u2212]?)\s*(.*)$/.exec(typed.trim());
    const spaced = SPACED.test(digits) ? digits.replace(SPACES, "") : digits;
    const written = isUnsure(spaced) ? null : withoutGroups(spaced);
    if (!written || !NUMBER.test(written)) return null;
    return (sign && sign !== "+" ? "-" : "") + written;
  }

  /** Only what stands in the place of the locale's decimals is in doubt: its own thousands are those. */
  function isUnsure(digits) {
    return UNSURE.test(digits) && !digits.includes(group ?? "\0");
  }

  function withoutGroups(digits) {
    const marks = digits.match(/[.,]/g) ?? [];
    const kinds = new Set(marks);
    if (kinds.size === 2) {
      const last = marks.at(-1);
      const at = digits.lastIndexOf(last);
      const whole = digits.slice(0, at);
      return marks.indexOf(last) === marks.length - 1 && GROUPS.test(whole) ? `${whole.replace(/[.,]/g, "")}.${digits.slice(at + 1)}` : null;
    }
    if (marks.length > 1) return GROUPS.test(digits) ? digits.replace(/[.,]/g, "") : null;
    return marks[0] === group && GROUPS.test(digits) ? digits.replace(group, "") : digits.replace(",", ".");
  }

  return {
    /** The number that was typed, or NaN. */
    read: (typed) => Number(plain(typed) ?? NaN),
    /** The same to the last digit, as a text that the server reads; what is none stays as it is. */
    exact: (typed) => plain(typed) ?? typed.trim(),
    /** Whether it may be thousands as well as decimals. */
    isUnsure: (typed) => isUnsure(typed.trim().replace(/^[+\-\u2212]\s*/, "")),
    /** A number, or the text of one, as a field shows it: as it is typed here, and never in doubt. */
    write(value) {
      if (value === null || value === undefined) return "";
      const digits = typeof value === "number" && Math.abs(value) < 1e-6 ? value.toFixed(12).replace(/\.?0+$/, "") : String(value);
      const written = digits.replace(".", point);
      return isUnsure(written.replace("-", "")) ? written.slice(0, -1) : written;
    },
  };
}

/** Numbers as this viewer types them. */
export const numbers = createNumbers(pageLocale(globalThis.navigator?.languages ?? []));
