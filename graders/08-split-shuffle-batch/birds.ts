import { isMissing, loadDataset, type Column } from 'descent/grading';

/** What this exercise looks at: the species and the sex of each bird. */
export interface Birds {
  readonly species: readonly string[];
  readonly sex: readonly string[];
}

/** The 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<Birds> {
  const { parts } = await loadDataset('penguins');
  const { rows, columns } = parts[0]!.table;
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column, row)),
  );
  const textsOf = (name: string) => {
    const column = columns.find((candidate) => candidate.name === name);
    return complete.map((row) => textAt(column, row));
  };
  return { species: textsOf('species'), sex: textsOf('sex') };
}

function textAt(column: Column | undefined, row: number): string {
  if (column?.kind !== 'category') throw new Error('this is no column of categories');
  return column.categories[column.codes[row]!]!;
}

/** How often each text occurs. */
export function countsOf(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
