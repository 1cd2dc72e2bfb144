// What a live picture tells: whether it has power at all, and whether its edge is still busy with the past.

/** More blocks than this waiting at the edge (a day of them) is a past being fetched, not a hiccup. */
const MANY_BLOCKS = 96;

/** @returns {boolean} whether any of the main powers is known */
export function hasPower(now) {
  return [now?.gridImportKw, now?.pvKw, now?.loadKw].some((kw) => kw !== null && kw !== undefined);
}

/** @returns {boolean} whether the edge sends older quarter hours first, after a start or an outage */
export function isCatchingUp(now) {
  return Boolean(now?.at) && (!hasPower(now) || (now.agent?.backlog ?? 0) > MANY_BLOCKS);
}
