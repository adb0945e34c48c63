import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant by a mistyped name: equal but for case, hyphens and underscores, the
 * beginning of exactly one candidate, but for two neighbouring letters swapped, or at most a third of its letters
 * away (Levenshtein).
 * @returns undefined when nothing is near enough, as a wild guess misleads more than none
 */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = plain(name);
  if (wanted === '' || candidates.length === 0) return undefined;
  const byPlainName = new Map(candidates.map((candidate) => [plain(candidate), candidate]));
  const same = byPlainName.get(wanted);
  if (same !== undefined) return same;
  for (let at = 1; at < wanted.length; at++) {
    const swapped = wanted.slice(0, at - 1) + wanted[at]! + wanted[at - 1]! + wanted.slice(at + 1);
    const meant = byPlainName.get(swapped);
    if (meant !== undefined) return meant;
  }

  const nearest = closest(wanted, [...byPlainName.keys()]);
  const longest = Math.max(wanted.length, nearest.length);
  if (distance(wanted, nearest) <= Math.max(1, Math.floor(longest / 3)) && longest > 1) {
    return byPlainName.get(nearest);
  }

  const beginsSo = [...byPlainName.keys()].filter((candidate) => candidate.startsWith(wanted));
  return wanted.length >= 3 && beginsSo.length === 1 ? byPlainName.get(beginsSo[0]!) : undefined;
}

/** The question that ends a message, or undefined: `Did you mean "units"?` */
export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  const suggestion = suggest(name, candidates);
  return suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}
