import { text } from "../messages.js";
import { check, emptyForm, toForm, toRecord } from "../model/campaign-form.js";
import { paths } from "../router.js";
import { campaignFields } from "../ui/campaign-fields.js";
import { createEditPage } from "../ui/edit-page.js";
import { missing } from "../ui/states.js";
import { createShelves } from "../ui/unsaved.js";

const shelves = createShelves();

/** Creates a campaign, or edits the one whose id it is given. */
export function mountForm(root, tools, { id }) {
  const { api, store } = tools;
  const isNew = id === undefined;
  let known = {};

  return createEditPage(root, tools, {
    words: text.form,
    shelf: shelves(id),
    home: isNew ? paths.campaigns() : paths.campaign(id),
    values: isNew ? emptyForm() : null,
    async load() {
      known = await api.campaign(id);
      const values = toForm({ ...known, campaignId: known.campaignId ?? id });
      return { name: values.name, values };
    },
    unknown: ({ status }) => missing(status === 404 ? text.states.unknownCampaign(id) : text.form.noCampaign),
    draw: (form) => campaignFields(form, isNew),
    check: (form) => check(form, isNew ? new Set(store.view().campaigns.keys()) : new Set()),
    named: (errors) => Object.fromEntries(Object.entries(errors).map(([path, error]) => [path.split(/[.[]/)[0], error])),
    async save(form) {
      const campaignId = form.campaignId.trim();
      await api.saveCampaign(campaignId, toRecord(form, known));
      return paths.campaign(campaignId);
    },
  });
}
