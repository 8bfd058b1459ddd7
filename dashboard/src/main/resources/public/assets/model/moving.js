/** Whether something moves: it changed within the last while, or nothing is known of it yet. */
export function createMoving({ settles, now = Date.now }) {
  let version;
  let movedAt = now();
  return {
    note(latest) {
      if (latest !== version) [version, movedAt] = [latest, now()];
    },
    moves: () => now() - movedAt < settles,
  };
}
