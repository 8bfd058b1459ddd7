import { arrange, h, setText } from "../dom.js";

/** A plain table of figures whose cells are replaced in place: first column words, the others figures. */
export function createTable(caption) {
  const head = h("tr");
  const body = h("tbody");
  const table = h("table", { class: "twin" }, h("caption", { class: "visually-hidden" }, caption), h("thead", {}, head), body);
  const frame = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, table);
  return {
    element: frame,
    update({ columns, rows }) {
      fit(head, columns.length, () => h("th", { scope: "col" }));
      columns.forEach((name, index) => setText(head.children[index], name));
      fit(body, rows.length, () => h("tr"));
      rows.forEach(({ cells }, index) => fillRow(body.children[index], cells));
    },
  };
}

function fillRow(row, cells) {
  if (row.children.length !== cells.length) {
    arrange(row, cells.map((_, index) => (index === 0 ? h("th", { scope: "row" }) : h("td", { class: "figure" }))));
  }
  cells.forEach((words, index) => setText(row.children[index], words));
}

function fit(parent, length, create) {
  while (parent.children.length > length) parent.lastElementChild.remove();
  while (parent.children.length < length) parent.append(create());
}
