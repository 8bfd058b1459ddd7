import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { createPolled } from "../model/polled.js";
import { paths } from "../router.js";
import { createCustomerSearch } from "../ui/customer-search.js";
import { modelWords } from "../ui/customer-words.js";

const MODEL_EVERY = 60_000;

/** Where a customer is looked for. */
export function mountCustomers(root, { router, api, redraw }) {
  const search = createCustomerSearch({ api, onFound: (id) => router.go(paths.customer(id)) });
  const model = createPolled({ ask: api.valueModel, every: MODEL_EVERY, onNews: redraw });
  const words = h("p", {});
  root.append(
    h("div", { class: "page-head" }, h("h1", { tabindex: "-1" }, text.customers.title), h("p", {}, text.customers.lead)),
    h("section", { class: "panel customer-panel" }, search.element),
    h("section", { class: "value-model", "aria-labelledby": "model-title" }, h("h2", { id: "model-title" }, text.customers.model.title), words),
  );
  model.tick();

  return {
    title: text.customers.title,
    update({ format }) {
      model.tick();
      setText(words, modelWords(model.read(), format));
    },
    focus: search.focus,
    keys: { search: search.focus, back: () => router.go(router.list()) },
    dispose() {
      search.dispose();
      model.dispose();
    },
  };
}
