import { text } from "../messages.js";
import { checkPolicy, emptyRow, toPolicy, toPolicyForm } from "../model/offer-policy.js";
import { paths } from "../router.js";
import { createRuleHelp } from "../ui/offer-fields.js";
import { policyFields, rowFields } from "../ui/policy-fields.js";
import { createRecordPage } from "../ui/record-page.js";
import { createRows } from "../ui/rows.js";
import { createShelf } from "../ui/unsaved.js";

const shelf = createShelf();

/** Edits the policy by which offers are made. */
export function mountOfferPolicy(root, tools) {
  const { api } = tools;
  const words = text.offerPolicy;
  let known = {};

  const page = createRecordPage(root, tools, {
    words, home: paths.offers(), shelf, check: checkPolicy, draw,
    load: async () => toPolicyForm((known = await api.offerPolicy())),
    save: (form) => api.saveOfferPolicy(toPolicy(form, known)),
  });

  function draw(form, rowsChanged) {
    const single = policyFields(form);
    const listRows = (list) => createRows(form, list, { words: words.rows[list], fields: rowFields[list], empty: emptyRow[list], changed: (place) => rowsChanged(list, place) });
    const rows = { caps: listRows("caps"), contexts: listRows("contexts") };
    const fields = () => [...rows.caps.fields(), ...Object.values(single).flat(), ...rows.contexts.fields()];
    return { fields, single, rows, after: { contexts: createRuleHelp() } };
  }

  return { ...page, update() {} };
}
