/** As much of a document as forms need: a tree of elements with attributes and listeners, and a window that may be closed. */
class Part {
  constructor() {
    Object.assign(this, { children: [], attributes: {}, listeners: {}, dataset: {}, parent: null, own: "", disabled: false });
  }

  get hidden() {
    return "hidden" in this.attributes;
  }

  get textContent() {
    return this.own + this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(words) {
    [this.own, this.children] = [words, []];
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  append(...children) {
    for (const child of children) if (child instanceof Part) child.parent = this;
    this.children.push(...children);
  }

  replaceWith(...others) {
    const { children } = this.parent;
    for (const other of others) other.parent = this.parent;
    children.splice(children.indexOf(this), 1, ...others);
  }

  contains(other) {
    return other === this || this.children.some((child) => child instanceof Part && child.contains(other));
  }

  /** The first element of that class within this one. */
  find(name) {
    for (const child of this.children.filter((each) => each instanceof Part)) {
      const found = (child.attributes.class ?? "").split(" ").includes(name) ? child : child.find(name);
      if (found) return found;
    }
    return null;
  }
}

const leaving = new EventTarget();
globalThis.document = { createElement: () => new Part() };
globalThis.addEventListener = leaving.addEventListener.bind(leaving);
globalThis.removeEventListener = leaving.removeEventListener.bind(leaving);

export const createPart = () => new Part();

/** Whether a browser that is closed now asks before. */
export const asksBeforeClosing = () => !leaving.dispatchEvent(new Event("beforeunload", { cancelable: true }));

/** Whatever has been promised by now is done. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
