/** Where the values of a form wait for its page to be opened again; it outlives the page. */
export function createShelf() {
  return { draft: null };
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
    /** Whether something waits on the shelf. */
    isKept: () => shelf.draft !== null,
    /** Begins with the values that are saved, or with those on the shelf, and gives what it begins with. */
    begin(saved) {
      pristine = JSON.stringify(saved);
      form = shelf.draft ?? saved;
      addEventListener("beforeunload", askBeforeLeaving);
      return form;
    },
    /** From here on nothing is unsaved. */
    settle() {
      pristine = JSON.stringify(form);
      shelf.draft = null;
    },
    dispose() {
      if (form !== null) shelf.draft = isDirty() ? form : null;
      removeEventListener("beforeunload", askBeforeLeaving);
    },
  };
}
