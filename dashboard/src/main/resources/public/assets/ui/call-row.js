import { arrange, h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { paths } from "../router.js";
import { pointsWords, reasonWords } from "./customer-words.js";
import { aboutWords, callerWords, suggestionWords, waitWords } from "./queue-words.js";

const FIGURES = ["position", "score", "waited"];

/** One waiting call: a table row whose cells are replaced in place. */
export function createCallRow({ customerId }) {
  const who = customerId ? h("a", { href: paths.customer(customerId), class: "row-link" }) : h("span", {});
  const tier = h("span", { class: "tier" });
  const fresh = h("span", { class: "call-new", hidden: true }, text.calls.isNew);
  const reasons = h("ul", { class: "call-reasons" });
  const cells = Object.fromEntries(Object.keys(text.calls.columns).map((name) => [name, cell(name)]));
  cells.who.append(who, fresh);
  cells.tier.append(tier);
  cells.reasons.append(reasons);
  return {
    element: h("tr", { role: "row" }, Object.values(cells)),
    link: customerId ? who : null,
    update(call, format) {
      setText(cells.position, format.count(call.position));
      setText(who, callerWords(call));
      fresh.hidden = !call.isNew || !call.customerId;
      setText(tier, call.tier);
      setAttribute(tier, "data-tier", call.tier);
      setText(cells.score, format.decimal(call.score));
      showReasons(reasons, call.reasons, format);
      setText(cells.waited, waitWords(call.waitSeconds));
      setText(cells.suggested, suggestionWords(call));
      setText(cells.reason, aboutWords(call));
    },
  };
}

function cell(name) {
  const data = { column: name, label: text.calls.columns[name] };
  if (name === "who") return h("th", { scope: "row", role: "rowheader", data });
  return h("td", { role: "cell", class: FIGURES.includes(name) ? "figure" : null, data });
}

function showReasons(list, reasons, format) {
  if (list.children.length !== reasons.length) arrange(list, reasons.map((_, index) => list.children[index] ?? h("li", {})));
  reasons.forEach(({ reason, points }, index) => setText(list.children[index], `${reasonWords(reason)} ${pointsWords(points, format)}`));
}

/** The heads of the list of calls. */
export function createCallHead() {
  const heads = Object.entries(text.calls.columns).map(([column, words]) =>
    h("th", { scope: "col", role: "columnheader", class: FIGURES.includes(column) ? "figure" : null, data: { column } }, words),
  );
  return h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads));
}
