import type { Gradebook, GradebookCell } from './gradebook.ts';

/** Submissions of one exercise that are the same. */
export interface Duplicates {
  readonly exercise: string;
  readonly students: readonly string[];
  /** Whether every byte is the same; else only white space differs. */
  readonly isIdentical: boolean;
}

/**
 * Submissions that are the same but for white space. It says nothing about who wrote it, and short answers may agree by
 * themselves: whoever reads it decides. Untouched starters and refused files are left out.
 */
export function findDuplicates({ exercises, rows }: Gradebook): readonly Duplicates[] {
  return exercises.flatMap(({ id }) => {
    const groups = new Map<string, { student: string; cell: GradebookCell }[]>();
    for (const { student, cells } of rows) {
      const cell = cells.find(({ exercise }) => exercise === id);
      if (cell?.words === undefined || (cell.state !== 'graded' && cell.state !== 'needs attention'))
        continue;
      groups.set(cell.words, [...(groups.get(cell.words) ?? []), { student, cell }]);
    }
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => ({
        exercise: id,
        students: group.map(({ student }) => student),
        isIdentical: new Set(group.map(({ cell }) => cell.files)).size === 1,
      }));
  });
}
