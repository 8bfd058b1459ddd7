/** Where the values of a form wait for its page to be opened again; it outlives the page. */
export function createShelf() {
  return { draft: null };
}

/** A shelf for each of the objects that a page may be about, by its key. */
export function createShelves() {
  const shelves = new Map();
  return (key) => {
    if (!shelves.has(key)) shelves.set(key, createShelf());
    return shelves.get(key);
  };
}

/**
 * The values of a form, and whether they are saved. The browser asks before it is closed on unsaved ones; when only the
 * page is left, they are laid on the shelf.
 */
export function createUnsaved(shelf = createShelf()) {
  let form = null;
  let pristine = "";

  function isDirty() {
    return form !== null && JSON.stringify(form) !== pristine;
  }

  function askBeforeLeaving(event) {
    if (isDirty()) event.preventDefault();
  }

  return {
    form: () => form,
    isDirty,
    /** Whether something waits on the shelf. */
    isKept: () => shelf.draft !== null,
    /** Begins with the values that are saved, or with those on the shelf, and gives what it begins with. */
    begin(saved) {
      pristine = JSON.stringify(saved);
      form = shelf.draft ?? saved;
      addEventListener("beforeunload", askBeforeLeaving);
      return form;
    },
    /** Begins once more with the values that are saved; what was typed is gone. */
    again() {
      form = JSON.parse(pristine);
      shelf.draft = null;
      return form;
    },
    /** What is typed by now, to be told of later. */
    typed: () => JSON.stringify(form),
    /** From here on nothing is unsaved but what was typed after `typed`. */
    settle(typed = JSON.stringify(form)) {
      pristine = typed;
      shelf.draft = null;
    },
    dispose() {
      if (form !== null) shelf.draft = isDirty() ? form : null;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
