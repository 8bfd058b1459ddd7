/** Something asked for again and again: the last good answer, since when it stands, and what went wrong after it. Asks when ticked and due; a held answer stays. */
export function createPolled({ ask, every, isHeld = () => false, onNews = () => {}, now = Date.now }) {
  let answer = null;
  let answeredAt = null;
  let failure = null;
  let askedAt = -Infinity;
  let asking = false;
  let gone = false;

  const isDue = () => !asking && !gone && failure?.status !== 404 && now() - askedAt >= every;
  const mustStay = () => answer !== null && isHeld();

  async function askNow() {
    asking = true;
    askedAt = now();
    const [news, problem] = await ask().then((good) => [good, null], (bad) => [null, bad]);
    asking = false;
    if (gone) return;
    if (mustStay()) askedAt = -Infinity;
    else take(news, problem);
  }

  function take(news, problem) {
    failure = problem;
    if (!problem) [answer, answeredAt] = [news, now()];
    onNews();
  }

  return {
    read: () => ({ answer, answeredAt, failure }),
    /** Asks if it is time to; what the server does not know it is not asked again. */
    tick: () => (isDue() && !mustStay() ? askNow() : undefined),
    dispose: () => (gone = true),
  };
}
