import { h } from "../dom.js";
import { text } from "../messages.js";
import { QUEUES } from "../model/queues.js";
import { byField, checkRules, emptyRule, isDefault, toRules, toRulesForm } from "../model/routing-rules.js";
import { paths } from "../router.js";
import { createRecordPage } from "../ui/record-page.js";
import { createRows } from "../ui/rows.js";
import { createQueueChoices, ruleFields, rulesFields } from "../ui/rules-fields.js";
import { createRulesPreview } from "../ui/rules-preview.js";
import { createShelf } from "../ui/unsaved.js";

const KNOWN_QUEUES = "known-queues";
const shelf = createShelf();

/** Edits the rules of routing, and shows which waiting calls another queue should take before they are saved. */
export function mountRoutingRules(root, tools) {
  const { api } = tools;
  const words = text.routingRules;
  const untouched = h("p", { class: "panel-note rules-untouched" }, words.untouched);
  const look = h("button", { type: "button", class: "button", on: { click: lookAhead } }, words.preview);
  const preview = createRulesPreview();
  const choices = createQueueChoices(KNOWN_QUEUES);
  let known = {};
  let format = null;

  const page = createRecordPage(root, tools, {
    words, home: paths.calls(), shelf, check: checkRules, draw, changed, choices: choices.element, buttons: [look],
    load: async () => toRulesForm((known = await api.routingRules())),
    save: (form) => api.saveRoutingRules(toRules(form, known)),
    named: (errors) => byField(errors, words.entry),
  });

  function draw(form, rowsChanged) {
    const single = rulesFields(form);
    const changes = (place) => rowsChanged("queues", place);
    const queues = createRows(form, "queues", { words: words.rows, fields: ruleFields(KNOWN_QUEUES), empty: emptyRule, ordered: true, changed: changes });
    return { fields: () => [...queues.fields(), ...Object.values(single).flat()], single, rows: { queues }, above: untouched, below: preview.element };
  }

  function changed(form) {
    preview.hide();
    untouched.hidden = !isDefault(form);
  }

  function lookAhead() {
    const question = (form) => api.previewRoutingRules(toRules(form, known));
    return page.ask(words.noPreview, question, (answer) => {
      preview.show(answer, format);
      preview.element.focus();
    });
  }

  return {
    ...page,
    watch: QUEUES,
    update(picture) {
      format = picture.format;
      choices.fill((picture.view.queues ?? []).map(({ queue }) => queue));
    },
  };
}
