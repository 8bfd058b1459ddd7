import { text } from "../messages.js";
import { lacksModel } from "../model/customer.js";
import { createPolled, isUnknown } from "../model/polled.js";
import { paths } from "../router.js";
import { createCustomerCard } from "../ui/customer-card.js";
import { nameOf } from "../ui/customer-head.js";
import { createStandIn, missing, skeleton } from "../ui/states.js";
import { createTrouble } from "../ui/trouble.js";

const CARD_EVERY = 4_000;
const LOOK_EVERY = 500;
const MODEL_EVERY = 600_000;

/** The card of one customer, kept fresh while somebody looks at it. */
export function mountCustomer(root, { router, api, redraw, isPaused, announce }, { id }) {
  const source = createPolled({ ask: () => api.customer(id), every: CARD_EVERY, isHeld: isPaused, onNews: redraw });
  const model = createPolled({ ask: api.valueModel, every: MODEL_EVERY, onNews: redraw });
  const card = createCustomerCard(id, api, { lost: announce });
  const trouble = createTrouble({ words: text.card, marked: [root] });
  const bones = skeleton(4);
  root.append(card.head, bones, card.body, trouble.element);
  const showUnknown = createStandIn(root, () => missing(text.card.unknown(id), paths.customers(), text.card.toSearch));
  const timer = setInterval(tick, LOOK_EVERY);
  tick();

  function tick() {
    if (!document.hidden) source.tick();
  }

  return {
    title: () => nameOf(source.read().answer ?? { customerId: id }),
    update({ view, now, format }) {
      tick();
      const state = source.read();
      showUnknown(isUnknown(state));
      trouble.update(state, format);
      bones.hidden = state.answer !== null;
      if (!state.answer) return undefined;
      // Without a model there is no horizon to tell, and asking for one would only be refused.
      if (!state.answer.isNew && !lacksModel(state.answer)) model.tick();
      return card.update(state.answer, model.read().answer?.horizonWeeks, (campaign) => view.campaigns.get(campaign)?.name ?? campaign, now, format);
    },
    keys: { back: () => router.go(paths.customers()), search: () => router.go(paths.customers()) },
    dispose() {
      clearInterval(timer);
      source.dispose();
      model.dispose();
      card.dispose();
      trouble.dispose();
    },
  };
}
