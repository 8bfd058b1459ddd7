const Z = 1.959964;

/** The 95 % Wilson interval of a rate, as [low, high], or null while there is nothing to count. */
export function wilson(successes, trials) {
  if (!trials || trials <= 0) return null;
  const share = Math.min(1, successes / trials);
  const centre = share + (Z * Z) / (2 * trials);
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  const scale = 1 + (Z * Z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
