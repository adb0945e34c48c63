import { join } from 'node:path';
import { findDuplicates } from '../grading/class/duplicates.ts';
import { gradeOpenClass, CLASS_FILES } from '../grading/class/open-class.ts';
import { EXIT } from './exit.ts';
import { runGrading, type GradeCommand } from './grade-run.ts';

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
