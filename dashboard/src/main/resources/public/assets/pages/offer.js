import { text } from "../messages.js";
import { createPolled, isUnknown } from "../model/polled.js";
import { paths } from "../router.js";
import { createOfferSheet } from "../ui/offer-sheet.js";
import { createStandIn, missing, skeleton } from "../ui/states.js";
import { createTrouble } from "../ui/trouble.js";

const LOOK_EVERY = 500;
const FIGURES_EVERY = 1_000;

/** One offer to look at, with its figures; an offer that was just created has its figures a moment later. */
export function mountOffer(root, { router, api, redraw, isPaused }, { id }) {
  const polled = (ask) => createPolled({ ask, every: FIGURES_EVERY, isHeld: isPaused, onNews: redraw });
  const board = polled(api.offers);
  const record = polled(() => api.offer(id));
  const sheet = createOfferSheet(id);
  const bones = skeleton(5);
  const trouble = createTrouble({ words: text.offers, marked: [sheet.body] });
  root.append(sheet.head, bones, sheet.body, trouble.element);
  const showUnknown = createStandIn(root, () => missing(text.offerForm.unknown(id), paths.offers(), text.offerForm.back));
  const timer = setInterval(tick, LOOK_EVERY);
  tick();

  const listed = () => board.read().answer?.offers.find(({ offerId }) => offerId === id) ?? null;

  function tick() {
    if (document.hidden) return;
    board.tick();
    if (board.read().answer && !listed()) record.tick();
  }

  return {
    title: sheet.title,
    update({ format }) {
      const state = board.read();
      const offer = listed();
      trouble.update(state, format);
      showUnknown(!offer && isUnknown(record.read()));
      if (offer) sheet.update(offer, Date.parse(state.answer.asOf), format);
      bones.hidden = sheet.body.hidden === false || Boolean(offer);
      if (offer) sheet.body.hidden = false;
    },
    keys: { back: () => router.go(paths.offers()) },
    dispose() {
      clearInterval(timer);
      board.dispose();
      record.dispose();
    },
  };
}
