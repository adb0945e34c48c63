/**
 * Whole numbers in proportion to weights, with that sum: each is the exact share rounded down, and what is left
 * goes to the largest remainders (Hamilton's method; earlier ones first where they tie).
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  // A share such as 0.8 · 10 = 8.000000000000002 or 7.999999999999999 is meant to be 8.
  const counts = exact.map((share) => Math.floor(share + 1e-9));
  const byRemainder = exact
    // Rounded, so that shares that tie on paper, as 18.4 and 110.4, tie here too.
    .map((share, index) => ({ index, remainder: Math.round((share - counts[index]!) * 1e9) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  const left = total - counts.reduce((a, b) => a + b, 0);
  for (let given = 0; given < left; given++) counts[byRemainder[given % byRemainder.length]!.index]!++;
  return counts;
}

/**
 * Divides groups among parts so that every part gets exactly its total and every group is spread in proportion, to
 * within one row wherever whole numbers allow it.
 * @param sizes rows of each group; their sum is that of the totals
 * @param totals rows of each part
 * @returns `[group][part]` numbers of rows
 */
export function apportionGroups(sizes: readonly number[], totals: readonly number[]): number[][] {
  const rows = sizes.reduce((left, right) => left + right, 0);
  const exact = sizes.map((size) => totals.map((total) => (size * total) / rows));
  const counts = exact.map((shares) => shares.map((share) => Math.floor(share + 1e-9)));
  const needs = totals.map((total, part) => total - counts.reduce((sum, group) => sum + group[part]!, 0));
  const leftovers = sizes.map((size, group) => size - counts[group]!.reduce((a, b) => a + b, 0));

  // Groups with most rows left over choose first: they need most parts that still take rows.
  const order = sizes.map((_, group) => group).sort((a, b) => leftovers[b]! - leftovers[a]! || a - b);
  for (const group of order) {
    for (let given = 0; given < leftovers[group]!; given++) {
      const part = neediest(needs, exact[group]!, counts[group]!);
      counts[group]![part]!++;
      needs[part]!--;
    }
  }
  return counts;
}

/** The part that takes the next row of a group: one below its exact share, the neediest of those. */
function neediest(needs: readonly number[], exact: readonly number[], counts: readonly number[]): number {
  const shortfall = (part: number) => exact[part]! - counts[part]!;
  const candidates = needs.map((_, part) => part).filter((part) => needs[part]! > 0);
  candidates.sort(
    (a, b) =>
      Number(shortfall(b) > 0) - Number(shortfall(a) > 0) ||
      needs[b]! - needs[a]! ||
      shortfall(b) - shortfall(a) ||
      a - b,
  );
  return candidates[0]!;
}
