/** As much of a document as pages need: a tree of elements with attributes and listeners, and a window that may be closed. */
class Part {
  constructor(tag = "div") {
    Object.assign(this, { tag, children: [], attributes: {}, listeners: {}, dataset: {}, style: {}, parent: null, own: "", disabled: false });
    this.classList = { contains: (name) => this.classes().has(name), toggle: (name, on) => this.mark(name, on ?? !this.classes().has(name)), add: (name) => this.mark(name, true) };
  }

  classes() {
    return new Set((this.attributes.class ?? "").split(" ").filter(Boolean));
  }

  mark(name, on) {
    const names = this.classes();
    names[on ? "add" : "delete"](name);
    this.attributes.class = [...names].join(" ");
  }

  get hidden() {
    return "hidden" in this.attributes;
  }

  set hidden(on) {
    if (on) this.attributes.hidden = "";
    else delete this.attributes.hidden;
  }

  get textContent() {
    return this.own + this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(words) {
    [this.own, this.children] = [words, []];
  }

  get childNodes() {
    return this.children;
  }

  get firstChild() {
    return this.children[0] ?? null;
  }

  get lastChild() {
    return this.children.at(-1) ?? null;
  }

  get lastElementChild() {
    return this.lastChild;
  }

  get isConnected() {
    return this.parent !== null;
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  removeAttribute(name) {
    delete this.attributes[name];
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  append(...children) {
    this.children.push(...children.map((child) => this.adopt(child)));
  }

  insertBefore(child, before) {
    this.adopt(child);
    const at = this.children.indexOf(before);
    this.children.splice(at < 0 ? this.children.length : at, 0, child);
  }

  before(...others) {
    for (const other of others) this.parent.insertBefore(other, this);
  }

  adopt(child) {
    if (!(child instanceof Part)) return child;
    child.remove();
    child.parent = this;
    return child;
  }

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = null;
  }

  replaceChildren(...children) {
    for (const child of [...this.children]) if (child instanceof Part) child.remove();
    [this.children, this.own] = [[], ""];
    this.append(...children);
  }

  replaceWith(...others) {
    const { parent } = this;
    const at = parent.children.indexOf(this);
    parent.children.splice(at, 1, ...others);
    this.parent = null;
    for (const other of others) other.parent = parent;
  }

  contains(other) {
    return other === this || this.children.some((child) => child instanceof Part && child.contains(other));
  }

  matches(names) {
    return names.split(", ").includes(this.tag);
  }

  querySelector(names) {
    return this.all((part) => part.matches(names))[0] ?? null;
  }

  focus() {
    if (!this.disabled) document.activeElement = this;
  }

  click() {
    return this.disabled ? undefined : this.listeners.click?.({ target: this, preventDefault() {} });
  }

  /** Every element within this one that is as wanted. */
  all(isWanted) {
    return this.children.filter((each) => each instanceof Part).flatMap((each) => [...(isWanted(each) ? [each] : []), ...each.all(isWanted)]);
  }

  /** The first element of that class within this one. */
  find(name) {
    return this.all((part) => part.classes().has(name))[0] ?? null;
  }
}

const leaving = new EventTarget();
globalThis.document = { hidden: false, activeElement: null, createElement: (tag) => new Part(tag), createElementNS: (space, tag) => new Part(tag) };
globalThis.addEventListener = leaving.addEventListener.bind(leaving);
globalThis.removeEventListener = leaving.removeEventListener.bind(leaving);
globalThis.dispatchEvent = leaving.dispatchEvent.bind(leaving);

export const createPart = () => new Part();

/** Whether a browser that is closed now asks before. */
export const asksBeforeClosing = () => !leaving.dispatchEvent(new Event("beforeunload", { cancelable: true }));

/** Whatever has been promised by now is done. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
