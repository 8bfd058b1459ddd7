/** An instant as a datetime-local field writes it, in the viewer's time zone. */
export function toLocalInput(instant) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  const two = (value) => String(value).padStart(2, "0");
  const day = [String(date.getFullYear()).padStart(4, "0"), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant in a datetime-local field, in milliseconds, or NaN. */
export function fromLocalInput(value) {
  return value ? new Date(value).getTime() : NaN;
}
