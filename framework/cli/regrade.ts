import { readGradebook, writeGradebook } from '../grading/class/gradebook-file.ts';
import { gradeWithoutWriting } from '../grading/class/open-class.ts';
import { compareGradebooks, type GradeChange } from '../grading/class/regrade.ts';
import { alignColumns } from './align-columns.ts';
import { EXIT } from './exit.ts';
import { runGrading, type GradeCommand } from './grade-run.ts';

/** What `descent regrade` is told besides. */
export interface RegradeCommand extends GradeCommand {
  /** Write the new gradebook. */
  readonly apply: boolean;
}

/**
 * `descent regrade SUBMISSIONS`: grades anew what checks, exercise or framework have changed, and shows whose points rise and fall. The
 * gradebook stays until `--apply`. Results are kept, so that applying after a look takes no second grading.
 * @returns the exit code
 */
export async function regrade(
  command: RegradeCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  // Asked for first: without one there is nothing to compare with.
  const before = await readGradebook(command.out);
  const graded = await runGrading(command, { write }, gradeWithoutWriting);
  if (graded === undefined) return EXIT.interrupted;
  const changes = compareGradebooks(before, graded.gradebook);
  if (command.json) write(`${JSON.stringify({ applied: command.apply, changes }, undefined, 2)}\n`);
  else write(`\n${graded.summary.join('\n')}\n\n${changesText(changes)}`);
  if (command.apply) await writeGradebook(command.out, graded.gradebook);
  if (!command.json && changes.length > 0) {
    write(command.apply ? '\nApplied.\n' : '\nNothing is applied. The same command with --apply does it.\n');
  }
  return EXIT.done;
}

/** Who goes up and down, and why. */
export function changesText(changes: readonly GradeChange[]): string {
  if (changes.length === 0) return 'No grade changes.\n';
  const count = (sign: number) =>
    changes.filter(({ points }) => Math.sign(points.after - points.before) === sign).length;
  const rows = changes.map(({ student, exercise, cause, automatic, points, isDecided }) => [
    Math.sign(points.after - points.before) > 0 ? 'up' : points.after < points.before ? 'down' : 'same',
    student,
    exercise,
    `${points.before} → ${points.after}`,
    `${automatic.before} → ${automatic.after}`,
    isDecided ? `${cause}; decided by a person: still right?` : cause,
  ]);
  const header = ['', 'student', 'exercise', 'points', 'automatic', 'why'];
  const lines = alignColumns(header, rows, ['left', 'left', 'left', 'right', 'right', 'left']);
  return `${count(1)} up, ${count(-1)} down, ${count(0)} with the same points\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
