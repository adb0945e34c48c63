import { loadPenguins } from '../../datasets/penguins/penguins.ts';

/** What this exercise looks at: the species and the sex of each bird. */
export interface Birds {
  readonly species: readonly string[];
  readonly sex: readonly string[];
}

/** The 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<Birds> {
  const penguins = await loadPenguins();
  return { species: penguins.map(({ species }) => species), sex: penguins.map(({ sex }) => sex) };
}

/** How often each text occurs. */
export function countsOf(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
