import { join } from 'node:path';
import { findDuplicates } from '../grading/class/duplicates.ts';
import { gradeOpenClass, CLASS_FILES } from '../grading/class/open-class.ts';
import type { Gradebook } from '../grading/class/gradebook.ts';
import { EXIT } from './exit.ts';
import { runGrading, type GradeCommand } from './grade-run.ts';

/** How many students one line names; the gradebook has them all. */
const MOST_NAMES = 10;

/**
 * `descent grade SUBMISSIONS`: grades a class, or goes on where it was interrupted.
 * @returns the exit code: 1 when a submission needs attention
 */
export async function grade(
  command: GradeCommand,
  { write }: { write: (text: string) => void },
): Promise<number> {
  const graded = await runGrading(command, { write }, gradeOpenClass);
  if (graded === undefined) return EXIT.interrupted;
  const { gradebook, summary } = graded;
  if (command.json) {
    write(`${JSON.stringify(gradebook, undefined, 2)}\n`);
  } else {
    write(`\n${summary.join('\n')}\n`);
    for (const { exercise, students, isIdentical } of findDuplicates(gradebook)) {
      const how = isIdentical ? 'identical' : 'the same but for white space';
      write(`  ${how} in ${exercise}: ${students.join(', ')}\n`);
    }
    for (const line of otherVersions(gradebook)) write(`  ${line}\n`);
    const where = command.out === 'grades' ? '' : ` --grades ${command.out}`;
    write(
      `\nGrades are in ${join(command.out, CLASS_FILES.gradebook)}. Next: npx descent export html${where}\n`,
    );
  }
  const needsAttention = gradebook.rows.some(({ cells }) =>
    cells.some(({ state }) => state === 'needs attention'),
  );
  return needsAttention ? EXIT.targetsMissed : EXIT.done;
}

/** For each other version that submissions were made with, how many, as a new version concerns a whole class; and who. */
function otherVersions({ rows }: Gradebook): readonly string[] {
  const students = new Map<string, string[]>();
  for (const { student, cells } of rows) {
    for (const { exercise, madeWith } of cells) {
      if (madeWith === undefined) continue;
      const what = `${exercise} was made with ${madeWith}`;
      students.set(what, [...(students.get(what) ?? []), student]);
    }
  }
  return [...students].map(([what, names]) => `${what}: ${listed(names)}`);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
