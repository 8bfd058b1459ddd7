/** How many partners a picture has room for. */
export const MOST_BARS = 20;

/** What an address asks of affinity: {kind, item, sort, range}; item is null while none is chosen, and nonsense is the usual. */
export function askedAffinity({ product, category, sort, range }) {
  return {
    kind: category && !product ? "category" : "product",
    item: product || category || null,
    sort: sort === "support" ? "support" : "lift",
    range: range === "recent" ? "recent" : "all",
  };
}

/** The same as a question to the server. */
export function affinityQuery({ kind, item, sort, range }) {
  return { [kind]: item, sort, range };
}

/** The address of the page that shows an item. */
export function affinityAddress({ kind, item, sort, range }) {
  return {
    product: kind === "product" ? item : null,
    category: kind === "category" ? item : null,
    sort: sort === "support" ? sort : null,
    range: range === "recent" ? range : null,
  };
}

/** What an item is called. */
export function itemName({ item, name }) {
  return name ?? item;
}

/** Items to choose from by typing, each once: [{item, name}]. */
export function itemChoices({ pairs = [] } = {}) {
  const choices = new Map();
  for (const { one, oneName, other, otherName } of pairs) {
    choices.set(one, { item: one, name: oneName });
    choices.set(other, { item: other, name: otherName });
  }
  return [...choices.values()].sort((a, b) => (itemName(a) < itemName(b) ? -1 : 1));
}
