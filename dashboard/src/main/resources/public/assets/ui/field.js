import { h, setAttribute, setText } from "../dom.js";
import { text } from "../messages.js";

/** A form control under its label, with a hint and room for what is wrong; one for an amount of `money` names its currency. */
export function createField(name, control, { optional = false, group = false, money = false, wide = false, words: ofField = text.form.fields[name] } = {}) {
  const [label, hint] = ofField;
  const wrong = h("p", { class: "field-error", id: `wrong-${name}` });
  const words = hint && h("p", { class: "field-hint", id: `hint-${name}` }, hint);
  const unit = money && h("span", {});
  const title = [label, unit, optional && h("span", { class: "optional" }, ` ${text.form.optional}`)].filter(Boolean);
  const described = [hint && `hint-${name}`, `wrong-${name}`].filter(Boolean).join(" ");
  const target = group ? control : control.matches("input, textarea, select") ? control : control.querySelector("input, textarea, select");
  target.setAttribute("aria-describedby", described);
  if (!group) target.id = `field-${name}`;
  const element = group
    ? h("fieldset", { class: "field", "aria-describedby": described }, h("legend", {}, title), words, control, wrong)
    : h("div", { class: "field" }, h("label", { for: `field-${name}` }, title), words, control, wrong);
  if (wide) element.classList.add("field-wide");
  return {
    name,
    element,
    /** Names the currency of an amount; null while it is not known. */
    currency: (code) => unit && setText(unit, code ? `, ${code}` : ""),
    focus: () => (group ? control.querySelector("input") : target).focus(),
    /** Shows what is wrong, or with null that nothing is. */
    wrong(what) {
      setText(wrong, what ? what[0].toUpperCase() + what.slice(1) : "");
      setAttribute(target, "aria-invalid", what ? "true" : null);
      element.classList.toggle("field-wrong", Boolean(what));
    },
  };
}

/** An input whose value lives in `form[name]`. */
export function input(form, name, props = {}) {
  const { as = "input", ...rest } = props;
  const control = h(as, { ...rest, on: { input: () => (form[name] = control.value) } });
  control.value = form[name];
  return control;
}

/** An input with words beside it that tell what was typed in another unit. */
export function besides(control, words) {
  const told = h("span", { class: "besides" });
  const write = () => setText(told, words(control.value));
  control.addEventListener("input", write);
  write();
  return h("div", { class: "amount" }, control, told);
}

/** A list to choose from, whose chosen value lives in `form[name]`. */
export function select(form, name, choices) {
  const control = h("select", { on: { change: () => (form[name] = control.value) } }, Object.entries(choices).map(([value, words]) => h("option", { value }, words)));
  control.value = form[name];
  return control;
}

/** Checkboxes whose ticked values live in `form[name]`. */
export function checks(form, name, choices) {
  const boxes = Object.entries(choices).map(([value, words]) => {
    const box = h("input", { type: "checkbox", value, on: { change: read } });
    box.checked = form[name].includes(value);
    return h("label", { class: "check" }, box, words);
  });
  function read() {
    form[name] = boxes.map((label) => label.firstChild).filter((box) => box.checked).map((box) => box.value);
  }
  return h("div", { class: "checks" }, boxes);
}

/** Radio buttons whose chosen value lives in `form[name]`. */
export function choice(form, name, choices) {
  const labels = Object.entries(choices).map(([value, words]) => {
    const radio = h("input", { type: "radio", name, value, on: { change: () => (form[name] = value) } });
    radio.checked = form[name] === value;
    return h("label", { class: "check" }, radio, words);
  });
  return h("div", { class: "checks" }, labels);
}
