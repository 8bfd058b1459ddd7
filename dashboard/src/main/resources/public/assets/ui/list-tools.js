import { h, setAttribute } from "../dom.js";
import { text } from "../messages.js";
import { SORTS } from "../model/columns.js";

/** Search, status and (where there are no column heads) sort order of the campaign list. */
export function createListTools({ onSearch, onStatus, onSort }) {
  const search = h("input", {
    type: "search", id: "search", placeholder: text.list.searchHint, autocomplete: "off",
    on: { input: () => onSearch(search.value), keydown: leave },
  });
  const statuses = Object.entries(text.list.statuses).map(([status, words]) =>
    h("button", { type: "button", data: { status }, on: { click: () => onStatus(status) } }, words),
  );
  const sort = h("select", { id: "sort", on: { change: () => onSort(sort.value) } }, Object.keys(SORTS).map((column) => h("option", { value: column }, text.list.columns[column])));
  const element = h(
    "div",
    { class: "list-tools", role: "search" },
    h("label", { for: "search", class: "visually-hidden" }, text.list.search), search,
    h("div", { class: "segments", role: "group", "aria-label": text.list.statusLabel }, statuses),
    h("label", { for: "sort", class: "sort-choice" }, text.list.sort, sort),
  );

  function leave(press) {
    if (press.key !== "Escape") return;
    press.stopPropagation();
    if (search.value) {
      search.value = "";
      onSearch("");
    } else search.blur();
  }

  return {
    element,
    focus() {
      search.focus();
      search.select();
    },
    update({ q = "", status = "all" }, { column }) {
      if (document.activeElement !== search && search.value !== q) search.value = q;
      for (const button of statuses) setAttribute(button, "aria-pressed", String(button.dataset.status === status));
      if (document.activeElement !== sort) sort.value = column;
    },
  };
}
