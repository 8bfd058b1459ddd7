import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { findCustomer } from "../model/find-customer.js";
import { nobodyWords, searchFailed } from "./customer-words.js";

/** What was last looked for, so that going back finds it still there. */
let typed = "";

/** The one field by which a customer is found; calls back with their id. */
export function createCustomerSearch({ api, onFound }) {
  const field = h("input", {
    type: "search", id: "customer", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    "aria-describedby": "customer-wrong customer-hint", on: { input: edited },
  });
  const open = h("button", { class: "button button-main" }, text.customers.open);
  const wrong = h("p", { class: "field-error", id: "customer-wrong", role: "alert" });
  const element = h(
    "form",
    { class: "field customer-search", role: "search", novalidate: true, on: { submit } },
    h("label", { for: "customer" }, text.customers.search),
    h("div", { class: "amount" }, field, open),
    wrong,
    h("p", { class: "field-hint", id: "customer-hint" }, text.customers.hint),
  );
  let search = 0;
  field.value = typed;

  function edited() {
    typed = field.value;
    search += 1;
    show("");
  }

  async function submit(event) {
    event.preventDefault();
    const query = field.value.trim();
    const mine = (search += 1);
    if (!query) return show(text.customers.empty);
    show("", { asking: true });
    const result = await look(query);
    if (mine !== search) return undefined;
    show(result.wrong ?? "");
    return result.found ? onFound(result.found) : field.select();
  }

  async function look(query) {
    try {
      const found = await findCustomer(api, query);
      return found === null ? { wrong: nobodyWords(query) } : { found };
    } catch (problem) {
      return { wrong: searchFailed(problem, query) };
    }
  }

  function show(what, { asking = false } = {}) {
    setText(wrong, what);
    setAttribute(field, "aria-invalid", what ? "true" : null);
    element.classList.toggle("field-wrong", Boolean(what));
    setText(open, asking ? text.customers.asking : text.customers.open);
    open.disabled = asking;
  }

  return {
    element,
    focus() {
      field.focus();
      field.select();
    },
    dispose: () => (search += 1),
  };
}
