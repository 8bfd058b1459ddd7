import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { liftRows } from "../model/lift.js";
import { createCsvButton } from "./export.js";
import { createLiftTable, liftCsv } from "./lift-table.js";
import { srmWords } from "./lift-words.js";

const ASK_EVERY = 5_000;

/** How each variant does against the control group, asked of the server now and then; hidden where nobody is held out. */
export function createLift({ api, campaignId, onNews }) {
  const { columns, title } = text.lift;
  const note = h("p", { class: "panel-note" });
  const warning = h("p", { class: "banner banner-unsure", hidden: true });
  const table = createLiftTable(title, columns);
  const save = createCsvButton(title, () => `${campaignId}-lift`, () => liftCsv(latest));
  const element = h(
    "section",
    { class: "panel lift", "aria-labelledby": "lift-title", hidden: true },
    h("div", { class: "panel-head" }, h("div", {}, h("h2", { id: "lift-title" }, title), note), save),
    warning,
    table.element,
  );
  let report = null;
  let askedAt = -Infinity;
  let askedFor = null;
  let latest = [];
  let gone = false;

  async function ask(version) {
    [askedAt, askedFor] = [performance.now(), version];
    report = await api.lift(campaignId).catch(() => report);
    if (!gone) onNews();
  }

  return {
    element,
    update({ byVariant = {}, version }, campaign, now, format) {
      const control = campaign.controlVariant ?? "CONTROL";
      if (byVariant[control] && version !== askedFor && performance.now() - askedAt > ASK_EVERY) ask(version);
      latest = report ? liftRows(report, campaign, now) : [];
      element.hidden = latest.length === 0;
      if (latest.length === 0) return;
      const split = srmWords(report.srm, format);
      setText(note, [text.lift.note(format.count(report.control.n), control), split.note].filter(Boolean).join(" "));
      warning.hidden = !split.warning;
      setText(warning, split.warning);
      table.update(latest, format);
    },
    dispose: () => (gone = true),
  };
}
