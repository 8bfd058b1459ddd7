import { arrange, h, setText } from "../dom.js";
import { text } from "../messages.js";
import { runningCampaigns } from "../model/customer.js";
import { paths } from "../router.js";
import { interactionWords, pointsWords, reasonWords } from "./customer-words.js";
import { define } from "./term.js";

/** How soon a customer should be answered and why, and what they did last. */
export function createCustomerNow() {
  const score = h("span", { class: "worth-figure figure" }, text.none);
  const reasons = h("dl", {});
  const campaigns = h("p", { class: "figure-note", hidden: true });
  const unanswered = h("p", { class: "figure-note", hidden: true });
  const nothing = h("p", { class: "figure-note" }, text.card.noReasons);
  const last = h("tbody");
  const noneYet = h("p", { class: "figure-note" }, text.card.noInteractions);
  const word = define(h("button", { type: "button", class: "term" }, text.definitions.priority[0]), "priority");
  const priority = h(
    "div",
    { class: "figure-group" },
    h("h2", { class: "priority-head" }, word, score, h("span", { class: "figure-note" }, text.card.ofHundred)),
    reasons,
    nothing,
    campaigns,
    unanswered,
  );
  const table = h(
    "table",
    { class: "interactions" },
    h("caption", { class: "visually-hidden" }, text.card.lastInteractions),
    h("thead", { class: "visually-hidden" }, h("tr", {}, text.card.interactionColumns.map((name) => h("th", { scope: "col" }, name)))),
    last,
  );
  const did = h("div", { class: "figure-group" }, h("h2", {}, text.card.lastInteractions), table, noneYet);
  return {
    element: h("div", { class: "customer-now figure-groups" }, priority, did),
    /** `nameOfCampaign` says what a campaign is called. */
    update(card, nameOfCampaign, format) {
      setText(score, format.decimal(card.priority.score));
      fill(reasons, card.priority.reasons, createReason, (row, reason) => {
        setText(row.firstChild, reasonWords(reason.reason));
        setText(row.lastChild, pointsWords(reason.points, format));
      });
      nothing.hidden = card.priority.reasons.length > 0;
      const running = runningCampaigns(card);
      fillCampaigns(campaigns, text.card.respondedTo, running.responded, nameOfCampaign);
      fillCampaigns(unanswered, text.card.unanswered, running.unanswered, nameOfCampaign);
      fill(last, card.lastInteractions, createInteraction, (row, interaction) => {
        interactionWords(interaction, format).forEach((words, index) => setText(row.children[index], words));
      });
      noneYet.hidden = card.lastInteractions.length > 0;
      table.hidden = card.lastInteractions.length === 0;
    },
  };
}

function fill(parent, items, create, write) {
  if (parent.children.length !== items.length) arrange(parent, items.map((_, index) => parent.children[index] ?? create()));
  items.forEach((item, index) => write(parent.children[index], item));
}

function createReason() {
  return h("div", { class: "figure-row" }, h("dt", {}), h("dd", { class: "figure" }));
}

function createInteraction() {
  return h("tr", {}, h("td", { class: "figure-note" }), h("th", { scope: "row" }), h("td", { class: "figure" }));
}

/** Links stay as they are as long as the campaigns do, so that none vanishes under the pointer. */
function fillCampaigns(line, words, campaigns, nameOfCampaign) {
  const key = JSON.stringify(campaigns.map(({ campaignId }) => [campaignId, nameOfCampaign(campaignId)]));
  line.hidden = campaigns.length === 0;
  if (line.dataset.key === key) return;
  line.dataset.key = key;
  const links = campaigns.flatMap(({ campaignId }) => [", ", h("a", { href: paths.campaign(campaignId) }, nameOfCampaign(campaignId))]);
  line.replaceChildren(`${words} `, ...links.slice(1));
}
