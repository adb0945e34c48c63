/**
 * Rejected by: another order in every epoch
 * Plausible slip: shuffled with Math.random, so no run can be repeated.
 */
export function batches(
  n: number,
  size: number,
  { dropLast, shuffle }: { dropLast: boolean; shuffle: boolean },
): number[][] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; shuffle && last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
