const rules = new Intl.PluralRules("en");

/** A count with its noun: `written` is the count as it is shown. */
export function plural(count, written, one, other = `${one}s`) {
  return `${written} ${rules.select(count) === "one" ? one : other}`;
}
