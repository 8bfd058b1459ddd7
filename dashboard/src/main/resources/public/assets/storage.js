/** What was chosen since the page was opened: a browser that may store nothing, or has no room, keeps at least that. */
const chosen = new Map();

/** What this browser remembers under a name, or null. */
export function remembered(name) {
  if (chosen.has(name)) return chosen.get(name);
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Has this browser remember a value, for as long as it may. */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
    chosen.delete(name);
  } catch {
    chosen.set(name, value);
  }
}
