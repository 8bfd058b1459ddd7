/** What the calls page watches. */
export const QUEUES = Object.freeze({ topic: "queues" });

/** How many calls wait in a queue, shown or not. */
export function waitingIn({ waiting }) {
  return Object.values(waiting).reduce((sum, count) => sum + count, 0);
}

/** Seconds as a clock counts them: 1:05, or 1:02:05. */
export function clockOf(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** An identity without the word that says what kind it is. */
export function identityOf(key) {
  return key.slice(key.indexOf(":") + 1);
}
