import { h } from "../dom.js";
import { text } from "../messages.js";

const FORMULA = /^[=+\-@\t\r]/;
/** As OpportunityList has it. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Rows as CSV (RFC 4180). In some countries a spreadsheet separates by semicolons: what holds one is quoted, too. Text that a spreadsheet would run as a formula is made plain. Pure. */
export function csv(rows) {
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const plain = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : String(value);
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Hands a text or picture to the viewer as a file. */
export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Hands rows to the viewer as a CSV file; the mark at its start tells spreadsheets that it is UTF-8. */
export function downloadCsv(name, rows) {
  download(`${name}.csv`, new Blob(["\ufeff", csv(rows)], { type: "text/csv;charset=utf-8" }));
}

/** A button that hands the rows of what is called so to the viewer; `file` and `rows` are asked when it is pressed. */
export function createCsvButton(title, file, rows) {
  return h("button", { type: "button", class: "button button-small", "aria-label": text.panel.csvOf(title), on: { click: () => downloadCsv(file(), rows()) } }, text.panel.csv);
}

/** What is written above a saved picture: what it shows and its note, where one does not say the other. Pure. */
export function linesOf({ subtitle, note }) {
  const lines = [subtitle, note].filter(Boolean);
  return lines.filter((line) => !lines.some((other) => other !== line && other.includes(line)));
}

/** Words in lines of at most a width, as `measure(words)` gives it; a longer word has a line of its own. Pure. */
export function wrapped(words, width, measure) {
  const lines = [];
  for (const word of words.split(" ").filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : null;
    if (longer !== null && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Hands a chart to the viewer as a PNG with its title and what it shows written above it. */
export function downloadPng(name, picture, { title, lines, palette }) {
  const scale = 2;
  const margin = 20 * scale;
  const row = 17 * scale;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const small = `${12 * scale}px ${palette.font}`;
  pen.font = small;
  const told = lines.flatMap((line) => wrapped(line, picture.width, (words) => pen.measureText(words).width));
  const head = 39 * scale + told.length * row;
  canvas.width = picture.width + 2 * margin;
  canvas.height = picture.height + head + margin + margin / 2;
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = palette.ink;
  pen.font = `600 ${17 * scale}px ${palette.font}`;
  pen.fillText(title, margin, margin + 14 * scale);
  pen.fillStyle = palette.muted;
  pen.font = small;
  told.forEach((line, place) => pen.fillText(line, margin, margin + 33 * scale + place * row));
  pen.drawImage(picture, margin, margin + head - margin / 2);
  canvas.toBlob((blob) => download(`${name}.png`, blob), "image/png");
}
