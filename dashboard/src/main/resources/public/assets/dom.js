import { staying } from "./model/order.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (`on`) and children; text is only ever text. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same as h() for SVG elements. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces the text of an element, and touches the page only if it changed. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets, or with null or false removes, an attribute, and touches the page only if it changed. */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/**
 * Brings the children of `parent` into the given order. Those that are not wanted go first; then as few as can be are
 * moved, and never the one with the focus, as what is moved loses it.
 */
export function arrange(parent, children) {
  const places = new Map(children.map((child, place) => [child, place]));
  for (const child of [...parent.children]) if (!places.has(child)) child.remove();
  const there = [...parent.children];
  if (there.length === children.length && there.every((child, place) => child === children[place])) return;
  const focused = there.findIndex((child) => child.contains(document.activeElement));
  const stay = new Set([...staying(there.map((child) => places.get(child)), focused)].map((index) => there[index]));
  children.reduceRight((next, child) => {
    if (!stay.has(child)) parent.insertBefore(child, next);
    return child;
  }, null);
}
