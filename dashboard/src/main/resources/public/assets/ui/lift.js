import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { liftRows } from "../model/lift.js";
import { createPolled } from "../model/polled.js";
import { createCsvButton } from "./export.js";
import { createLiftTable, liftCsv } from "./lift-table.js";
import { srmWords } from "./lift-words.js";
import { createTrouble } from "./trouble.js";

const ASK_EVERY = 5_000;

/** How each variant does against the control group, asked of the server now and then; hidden where nobody is held out. */
export function createLift({ api, campaignId, onNews }) {
  const { columns, title } = text.lift;
  const note = h("p", { class: "panel-note" });
  const warning = h("p", { class: "banner banner-unsure", hidden: true });
  const table = createLiftTable(title, columns);
  const trouble = createTrouble({ inPanel: true, marked: [table.element] });
  const save = createCsvButton(title, () => `${campaignId}-lift`, () => liftCsv(latest));
  const element = h(
    "section",
    { class: "panel lift", "aria-labelledby": "lift-title", hidden: true },
    h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "lift-title" }, title), note), save),
    warning, trouble.element,
    table.element,
  );
  const source = createPolled({ ask: () => api.lift(campaignId), every: ASK_EVERY, onNews });
  let askedFor = null;
  let latest = [];

  return {
    element,
    update({ byVariant = {}, version }, campaign, now, format) {
      const control = campaign.controlVariant ?? "CONTROL";
      const isHeldOut = Boolean(byVariant[control]);
      if (isHeldOut && (version !== askedFor || source.read().failure) && source.tick()) askedFor = version;
      const state = source.read();
      const report = state.answer;
      latest = report ? liftRows(report, campaign, now) : [];
      trouble.update(state, format);
      table.element.hidden = save.hidden = latest.length === 0;
      element.hidden = latest.length === 0 && !(isHeldOut && state.failure);
      if (latest.length === 0) return;
      const split = srmWords(report.srm, format);
      setText(note, [text.lift.note(format.count(report.control.n), control), split.note].filter(Boolean).join(" "));
      warning.hidden = !split.warning;
      setText(warning, split.warning);
      table.update(latest, format);
    },
    dispose: source.dispose,
  };
}
