import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";
import { term } from "./term.js";

/** The figures that are counts or sums of interactions and customers, which can be looked at. */
const OPENED = ["contacted", "responders", "directResponders", "passAlongResponders", "converters", "calls", "visits", "orders", "other", "revenue"];

const COUNT = (name) => (figures, format) => format.count(figures[name]);
const SHARE = (name) => (figures, format) =>
  figures.contacted > 0 && figures[name] ? text.campaign.ofContacted(format.rate(figures[name] / figures.contacted)) : "";
const MONEY = (name) => (figures, format) => format.money(figures[name]);
const NOTHING = () => "";

/** Every figure of a campaign: group → [name, figure, note]. */
const GROUPS = {
  contact: [
    ["contacted", COUNT("contacted"), (figures, format) => (figures.contacts ? `${format.count(figures.contacts)} ${text.definitions.contacts[0].toLowerCase()}` : "")],
    ["bounced", COUNT("bounced"), NOTHING],
    ["opened", COUNT("opened"), NOTHING],
    ["clicked", COUNT("clicked"), NOTHING],
    ["unsubscribed", COUNT("unsubscribed"), NOTHING],
  ],
  response: [
    ["responders", COUNT("responders"), SHARE("responders")],
    ["directResponders", COUNT("directResponders"), SHARE("directResponders")],
    ["passAlongResponders", COUNT("passAlongResponders"), NOTHING],
    ["converters", COUNT("converters"), NOTHING],
    ["conversionRate", (figures, format) => format.rate(figures.conversionRate), (figures, format) => (figures.contacted ? text.campaign.ofCount(format.count(figures.contacted)) : "")],
  ],
  activity: [
    ["calls", COUNT("calls"), NOTHING],
    ["visits", COUNT("visits"), NOTHING],
    ["orders", COUNT("orders"), NOTHING],
    ["other", COUNT("other"), NOTHING],
  ],
  money: [
    ["revenue", MONEY("revenue"), NOTHING],
    ["revenuePerContact", MONEY("revenuePerContact"), NOTHING],
    ["cost", MONEY("cost"), NOTHING],
    ["costPerResponse", MONEY("costPerResponse"), NOTHING],
    ["roi", (figures, format) => format.signedRate(figures.roi), NOTHING],
  ],
};

/** All figures of a campaign in groups, each with its definition; `address` is where what they are made of is shown. */
export function createFigures(address) {
  const rows = [];
  const groups = Object.entries(GROUPS).map(([group, figures]) =>
    h("div", { class: "figure-group" }, h("h3", {}, text.campaign.groups[group]), h("dl", {}, figures.map((figure) => createRow(figure, rows, address)))),
  );
  return {
    element: h("div", { class: "figure-groups" }, groups),
    update: (figures, format) => rows.forEach((row) => row(figures, format)),
  };
}

function createRow([name, write, note], rows, address) {
  const opened = OPENED.includes(name);
  const value = opened ? h("a", { class: "figure figure-link", href: address }, text.none) : h("span", { class: "figure" }, text.none);
  const words = h("span", { class: "figure-note" });
  rows.push((figures, format) => {
    setText(value, write(figures, format));
    if (opened) setAttribute(value, "aria-label", text.breakdown.opens(value.textContent));
    setText(words, note(figures, format));
  });
  return h("div", { class: "figure-row" }, h("dt", {}, term(name)), h("dd", {}, value, words));
}
