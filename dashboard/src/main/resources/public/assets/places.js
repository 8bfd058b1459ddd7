/** For how long after its page was shown a place is waited for: figures that are asked for come later. */
const PATIENCE = 3_000;

const KEY = "campaign-pulse.place";

/**
 * Where the viewer was in each entry of the history: how far down, and on which link. `here()` says where they are,
 * `restore(place)` brings them there and says whether that was possible.
 */
export function createPlaces({ here, restore, history, storage, now = () => performance.now() }) {
  const places = new Map();
  let newest = history.state?.entry ?? 0;
  let entry = newest;
  let awaited = null;

  function expect(place) {
    awaited = place && { place, until: now() + PATIENCE };
  }

  return {
    /** Begins where the viewer was when this entry was loaded anew, if it was. */
    begin() {
      const kept = JSON.parse(storage.getItem(KEY));
      storage.removeItem(KEY);
      expect(kept !== null && kept.entry === history.state?.entry ? kept.place : null);
      history.replaceState({ ...history.state, entry }, "");
    },
    /** Keeps where the viewer is, as the page is unloaded. */
    end() {
      storage.setItem(KEY, JSON.stringify({ entry, place: here(null) }));
    },
    /** Notes where the viewer is before a page is left, by a link if there is one. */
    keep(link = null) {
      places.set(entry, here(link));
    },
    /** The state of a further entry. */
    further() {
      newest += 1;
      entry = newest;
      awaited = null;
      return { entry };
    },
    /** The state of an entry that stands for this one from now on. */
    same: () => ({ entry }),
    /** Goes to an entry that was there before. */
    back(state) {
      entry = state?.entry ?? -1;
      newest = Math.max(newest, entry);
      expect(places.get(entry) ?? null);
    },
    /** The link on which the viewer was in a place that is still waited for. */
    link: () => awaited?.place.link ?? null,
    /** Tries again to restore the place waited for; called when a page was drawn. */
    settle() {
      if (awaited && (restore(awaited.place) || now() > awaited.until)) awaited = null;
    },
    /** The viewer moves by themselves. */
    forget() {
      awaited = null;
    },
  };
}
