import { h, setText } from "../dom.js";
import { text } from "../messages.js";

const GAP = 8;
let bubble = null;

/** A word whose definition shows on hover, focus and touch; Escape hides it. */
export function term(name, label = text.definitions[name][0]) {
  const word = h("button", { type: "button", class: "term" }, label);
  return define(word, name);
}

/** Gives any focusable element the definition of a figure. */
export function define(element, name) {
  const meaning = h("span", { id: `meaning-${name}-${nextId()}`, hidden: true }, text.definitions[name][1]);
  element.append(meaning);
  element.setAttribute("aria-describedby", meaning.id);
  const show = () => showBubble(element, text.definitions[name][1]);
  element.addEventListener("pointerenter", show);
  element.addEventListener("focus", show);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("blur", hideBubble);
  return element;
}

let ids = 0;
const nextId = () => (ids += 1);

function leave(event) {
  if (!bubble?.contains(event.relatedTarget)) hideBubble();
}

/** Hides the definition shown; false if there was none. */
export function hideBubble() {
  if (!bubble || bubble.hidden) return false;
  bubble.hidden = true;
  return true;
}

function showBubble(anchor, meaning) {
  bubble ??= createBubble();
  setText(bubble, meaning);
  bubble.hidden = false;
  const at = anchor.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP));
  const below = at.bottom + height + 2 * GAP < innerHeight;
  bubble.style.left = `${left + scrollX}px`;
  bubble.style.top = `${(below ? at.bottom + 2 : at.top - height - 2) + scrollY}px`;
}

function createBubble() {
  const created = h("div", { class: "bubble", role: "tooltip", hidden: true, on: { pointerleave: hideBubble } });
  document.body.append(created);
  return created;
}
