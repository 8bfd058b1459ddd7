const SEQUENCE_TIMEOUT = 1_200;

/** Turns key presses into names of actions; knows sequences such as "g c". Pure but for the clock it is given. */
export function createKeymap(bindings) {
  const starts = new Set(Object.keys(bindings).filter((keys) => keys.includes(" ")).map((keys) => keys.split(" ")[0]));
  let first = null;
  return (key, at) => {
    const sequence = first && at - first.at < SEQUENCE_TIMEOUT ? `${first.key} ${key}` : key;
    first = sequence === key && starts.has(key) ? { key, at } : null;
    return bindings[sequence] ?? null;
  };
}

/** Whether a key press belongs to what has the focus and not to the map. */
export function isTyping(target) {
  return Boolean(target?.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog"));
}

/** Escape leaves a field, so that the next Escape leaves the page; a dialog closes itself. */
function leaveField(press) {
  if (press.key === "Escape" && !press.target.closest("dialog")) press.target.blur();
}

/** Listens for the map's keys and calls `act(name, press)`; it answers false for what it did not want. */
export function listenForKeys(bindings, act, enabled = () => true) {
  const read = createKeymap(bindings);
  document.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return;
    if (isTyping(press.target)) return leaveField(press);
    if (press.key !== "Escape" && !enabled()) return;
    const action = read(press.key, press.timeStamp);
    if (action && act(action, press) !== false) press.preventDefault();
  });
}
