import type { Gradebook, GradebookCell } from './gradebook.ts';

/** Why a grade is another one than before. */
export type ChangeCause =
  'checks' | 'handed in anew' | 'first graded' | 'lateness or decision' | 'no longer there';

/** A grade that is another one than before. */
export interface GradeChange {
  readonly student: string;
  readonly exercise: string;
  readonly cause: ChangeCause;
  /** Automatic points, in points of the course. */
  readonly automatic: { readonly before: number; readonly after: number };
  /** What counts, lateness and decisions included. */
  readonly points: { readonly before: number; readonly after: number };
  /** A person has decided, and the automatic points are others than before: is the decision still right? */
  readonly isDecided: boolean;
}

/**
 * Compares two gradebooks: every exercise of every student whose points, automatic or counting, are others. By checks stands for
 * everything of ours that may have changed: checks, the exercise, the framework, the secret.
 */
export function compareGradebooks(before: Gradebook, after: Gradebook): readonly GradeChange[] {
  const cells = (book: Gradebook) =>
    new Map(
      book.rows.flatMap(({ student, cells }) =>
        cells.map((cell) => [`${student}/${cell.exercise}`, { student, cell }]),
      ),
    );
  const [old, fresh] = [cells(before), cells(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((slot): GradeChange[] => {
    const [one, other] = [old.get(slot), fresh.get(slot)];
    const { student, cell } = (one ?? other)!;
    const change: GradeChange = {
      student,
      exercise: cell.exercise,
      cause: causeOf(one?.cell, other?.cell),
      automatic: { before: one?.cell.automatic ?? 0, after: other?.cell.automatic ?? 0 },
      points: { before: one?.cell.points ?? 0, after: other?.cell.points ?? 0 },
      isDecided: other?.cell.override !== undefined && one?.cell.automatic !== other.cell.automatic,
    };
    const isSame =
      change.automatic.before === change.automatic.after && change.points.before === change.points.after;
    return isSame ? [] : [change];
  });
}

function causeOf(before: GradebookCell | undefined, after: GradebookCell | undefined): ChangeCause {
  if (after === undefined || after.state === 'missing') return 'no longer there';
  if (before === undefined || before.state === 'missing') return 'first graded';
  if (before.files !== after.files) return 'handed in anew';
  return before.automatic === after.automatic ? 'lateness or decision' : 'checks';
}
