import chalk from 'chalk';
import { cardText } from '../grading/card/card.ts';
import { failureLines } from '../grading/card/check-lines.ts';
import { scoreText } from '../grading/card/layout.ts';
import { isFailure, markOf } from '../grading/card/state.ts';
import { readGradebook } from '../grading/class/gradebook-file.ts';
import type { Gradebook, GradebookCell, GradebookRow } from '../grading/class/gradebook.ts';
import { cellSentences } from '../grading/exporters/in-words.ts';
import { withoutSecrets } from '../grading/result/without-secrets.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import type { ExerciseResult } from '../grading/result/result.ts';
import { openResultStore } from '../grading/store/result-store.ts';
import { ProblemsError } from '../document/problem.ts';
import { didYouMean } from '../document/suggest.ts';
import { EXIT } from './exit.ts';

/** What `descent grade show` is told. */
export interface GradeShowCommand {
  readonly student: string;
  /** Number, id or title; by default all of the gradebook. */
  readonly exercise?: string;
  /** The folder of grades. */
  readonly grades: string;
  readonly json: boolean;
}

const WIDTH = 88;

/**
 * `descent grade show STUDENT [NN]`: what the student would see, then what only the instructor may.
 * @returns the exit code
 * @throws ProblemsError for an unknown student or exercise
 */
export async function gradeShow(
  command: GradeShowCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const gradebook = await readGradebook(command.grades);
  const row = findRow(gradebook, command.student);
  const store = await openResultStore(command.grades);
  const all = await openExercises(await findKit());
  const known = all.filter(({ manifest }) => gradebook.exercises.some(({ id }) => id === manifest.id));
  const exercises = command.exercise === undefined ? known : chooseExercises(known, [command.exercise]);
  const shown: { cell: GradebookCell; result: ExerciseResult | undefined }[] = [];
  for (const exercise of exercises) {
    const cell = row.cells.find(({ exercise: id }) => id === exercise.manifest.id)!;
    const { key } = cell;
    const result =
      key === undefined
        ? undefined
        : await store.get({ student: row.student, exercise: exercise.manifest.id, key });
    shown.push({ cell, result });
    if (!command.json) write(exerciseText(exercise, cell, result, gradebook));
  }
  if (command.json) write(`${JSON.stringify(shown, undefined, 2)}\n`);
  return EXIT.done;
}

function exerciseText(
  { manifest }: Exercise,
  cell: GradebookCell,
  result: ExerciseResult | undefined,
  { exercises }: Gradebook,
): string {
  const { maximumPoints } = exercises.find(({ id }) => id === manifest.id)!;
  const counts = `counts ${scoreText(cell.points, maximumPoints)} points of the course (automatic ${cell.automatic})`;
  const sentences = cellSentences(cell, result).map((sentence) => `  ${sentence}`);
  const isChecked = result?.checks.some(({ state }) => state !== 'not run') === true;
  const card = isChecked
    ? cardText(withoutSecrets(result), { manifest, files: {}, style: chalk })
    : `${chalk.bold(`${manifest.id.slice(0, 2)}  ${manifest.title}`)}\n`;
  return [
    card,
    `  ${counts}`,
    ...sentences,
    ...(result === undefined || !isChecked ? [] : hiddenLines(result)),
    ...(result === undefined ? [] : [chalk.dim(runText(result)), '']),
    '',
  ].join('\n');
}

/** What stands in no feedback: the whole of the hidden checks that did not pass, and what broke. */
function hiddenLines({ checks }: ExerciseResult): string[] {
  const failed = checks.filter(
    (check) => isFailure(check) && (check.visibility === 'hidden' || check.state === 'grader error'),
  );
  if (failed.length === 0) return [];
  return [
    '',
    chalk.bold('  Only for you'),
    ...failed.flatMap((check) => [
      `    ${markOf(check)} ${check.title}`,
      ...failureLines(check, { files: {}, folder: '', width: WIDTH, style: chalk }).map(
        (line) => `      ${line}`,
      ),
      `      ${chalk.dim('seeds')}       ${check.trials.map(({ seed, state }) => `${seed} ${state}`).join(', ')}`,
    ]),
  ];
}

function runText({ run, submission }: ExerciseResult): string {
  return `  isolation ${run.isolation} · seeds ${run.seeds} · ${run.backend}, TensorFlow.js ${run.tensorflow}, Node ${run.node}, Descent ${run.descent} · ${run.started}\n  files ${submission.files}`;
}

function findRow({ rows }: Gradebook, name: string): GradebookRow {
  const row = rows.find((one) => one.student === name) ?? rows.find((one) => one.name === name);
  if (row !== undefined) return row;
  const students = rows.map(({ student }) => student);
  const fix =
    didYouMean(name, students) ?? 'The names are those of the folders of submissions and of the roster.';
  throw new ProblemsError([
    { file: 'command line', message: `nobody in the gradebook is called "${name}"`, fix },
  ]);
}
