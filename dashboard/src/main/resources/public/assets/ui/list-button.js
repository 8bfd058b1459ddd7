import { api } from "../api.js";
import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { download } from "./export.js";
import { reasonOf } from "./trouble.js";

/** A button that hands the list of all customers behind an opportunity to the viewer, and says why where there is none. */
export function createListButton(opportunity) {
  const words = text.offers.opportunities;
  const button = h("button", { type: "button", class: "button button-small", on: { click: save } });
  const said = h("p", { class: "figure-note", role: "status" });
  let saving = false;

  async function save() {
    if (saving) return;
    saving = true;
    say(words.making);
    const problem = await api.opportunityCustomers(opportunity).then(({ name, blob }) => download(name, blob), (failed) => failed);
    saving = false;
    say(problem ? words.notSaved(reasonOf(problem)) : "", problem);
  }

  function say(sentence, problem) {
    setAttribute(said, "class", problem ? "field-error" : "figure-note");
    setText(said, sentence);
  }

  return {
    element: h("div", { class: "could-save" }, button, said),
    /** `face` is what it is called, `what` the opportunity in words. */
    update(face, what) {
      setText(button, face);
      setAttribute(button, "aria-label", words.saveOf(what, face));
    },
  };
}
