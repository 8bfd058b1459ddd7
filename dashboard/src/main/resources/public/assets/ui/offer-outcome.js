import { h, setText } from "../dom.js";
import { text } from "../messages.js";
import { createSoon } from "../model/soon.js";

/** For how long what was said of an offer can be taken back, before it is sent. */
const UNDO_FOR = 5_000;

/**
 * Buttons that say how a customer took an offer. `tell(outcome)` sends it, a moment later, with what `about` said of the offer; `lost(words)` is called where that
 * was in vain after the offer is gone.
 */
export function createOfferOutcome({ tell, lost, timers = globalThis }) {
  const words = text.nextOffer;
  const feedback = h("span", { role: "status" });
  const undo = h("button", { type: "button", class: "button button-small", hidden: true, on: { click: takeBack } }, words.undo);
  const buttons = Object.entries(words.outcomes).map(([outcome, face]) => h("button", { type: "button", class: "button", data: { outcome }, on: { click: () => say(outcome) } }, face));
  const choices = h("div", { class: "offer-outcomes", role: "group", "aria-label": words.outcomesLabel }, buttons);
  const element = h("div", {}, choices, h("p", { class: "offer-feedback" }, feedback, " ", undo));
  const soon = createSoon({ after: UNDO_FOR, timers });
  let about = null;
  let told = null;
  let before = null;
  let sending = 0;
  let line = Promise.resolve();

  addEventListener("pagehide", soon.now);

  function say(outcome) {
    soon.now();
    const [mine, earlier] = [about, told];
    [told, before] = [outcome, earlier];
    soon.later(() => send(mine, outcome, earlier));
    show(words.taking[outcome]);
    undo.focus();
  }

  function takeBack() {
    if (!soon.undo()) return;
    const said = told;
    told = before;
    show(words.takenBack);
    buttonOf(said).focus();
  }

  /** One after the other, as an acceptance is to come after its presentation. */
  async function send(mine, outcome, earlier) {
    sending += 1;
    const turn = line.then(() => tell({ ...mine, outcome }));
    line = turn.catch(() => {});
    if (mine === about && told === outcome) show(words.noting);
    const problem = await turn.then(() => null, (failed) => failed);
    sending -= 1;
    const reason = problem?.status ? problem.message : "";
    if (mine !== about) return problem ? lost(words.notTakenOf(mine.offerId, reason)) : undefined;
    if (told !== outcome) return undefined;
    if (problem) told = earlier;
    return show(problem ? words.notTaken(reason) : words.taken[outcome]);
  }

  function show(what) {
    setText(feedback, what);
    const onUndo = document.activeElement === undo;
    undo.hidden = !soon.isWaiting();
    for (const button of buttons) button.disabled = isFinal() || told === button.dataset.outcome;
    if (onUndo && undo.hidden) buttons.find(({ disabled }) => !disabled)?.focus();
  }

  /** After a last word nothing more can be said of an offer; that it was presented may be followed by one. */
  function isFinal() {
    return told !== null && told !== "PRESENTED";
  }

  function buttonOf(outcome) {
    return buttons.find(({ dataset }) => dataset.outcome === outcome);
  }

  return {
    element,
    isFinal,
    /** Whether something said is not with the server yet. */
    isBusy: () => soon.isWaiting() || sending > 0,
    /** From here on another offer is spoken of, or with null none. */
    about(next) {
      soon.now();
      [about, told] = [next, null];
      element.hidden = next === null;
      show("");
    },
    /** Sends what waits: nobody is there any more to take it back. */
    dispose() {
      removeEventListener("pagehide", soon.now);
      about = null;
      soon.now();
    },
  };
}
