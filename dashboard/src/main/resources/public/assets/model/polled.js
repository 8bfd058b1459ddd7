/** After so long nobody waits for an answer any more. */
const GIVE_UP = 60_000;

/**
 * Something asked for again and again: the last good answer, since when it stands, and what went wrong after it. Asks when ticked and due; a held answer
 * stays. What the server does not know today it may know tomorrow, so that it is asked on.
 */
export function createPolled({ ask, every, isHeld = () => false, onNews = () => {}, now = Date.now }) {
  let answer = null;
  let answeredAt = null;
  let failure = null;
  let askedAt = -Infinity;
  /** The question that is not answered yet. */
  let open = null;
  let gone = false;

  const waits = () => open !== null && now() - askedAt < GIVE_UP;
  const isDue = () => !waits() && !gone && now() - askedAt >= every;
  const mustStay = () => answer !== null && isHeld();

  async function askNow() {
    const mine = (open = {});
    askedAt = now();
    const [news, problem] = await asked().then((good) => [good, null], (bad) => [null, bad]);
    if (gone || mine !== open) return;
    open = null;
    if (mustStay()) askedAt = -Infinity;
    else take(news, problem);
  }

  /** Also what fails at once fails as an answer does. */
  async function asked() {
    return ask();
  }

  function take(news, problem) {
    failure = problem;
    if (!problem) [answer, answeredAt] = [news, now()];
    onNews();
  }

  return {
    read: () => ({ answer, answeredAt, failure }),
    /** Asks if it is time to, and gives a promise of having taken the answer if it does. */
    tick: () => (isDue() && !mustStay() ? askNow() : undefined),
    dispose: () => (gone = true),
  };
}

/** Whether something is not there, as far as anybody knows: an answer that was good before counts for more. */
export function isUnknown({ answer, failure }) {
  return answer === null && failure?.status === 404;
}
