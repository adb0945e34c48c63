import chalk, { type ChalkInstance } from 'chalk';
import { barText, scoreText, sumOf } from '../grading/card/layout.ts';
import { findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { openProgress, type Progress } from '../grading/kit/progress.ts';
import { hasStarted, readWork } from '../grading/kit/work.ts';
import { hashFiles } from '../grading/result/hash-files.ts';
import { EXIT } from './exit.ts';

/** One line of the list of exercises. */
export interface ListedExercise {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly state: 'not started' | 'started' | 'done';
  /** Points of the last test; absent before the first. */
  readonly points?: number;
  /** Points of all tasks, hidden checks included. */
  readonly maximumPoints: number;
  /** Whether the files are those of the last test. */
  readonly isTested: boolean;
}

const BAR = 12;
const TITLE = 38;

/** `descent list`: the exercises with what the reader has reached. @returns the exit code */
export async function listExercises(
  { json }: { readonly json: boolean },
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const progress = openProgress(kit.root, (text) => process.stderr.write(`${text}\n`));
  const listed = await describeExercises(await openExercises(kit), await progress.load());
  write(json ? `${JSON.stringify(listed, undefined, 2)}\n` : exerciseListText(listed, chalk));
  return EXIT.done;
}

/** How far each exercise is. */
export async function describeExercises(
  exercises: readonly Exercise[],
  progress: Progress,
): Promise<readonly ListedExercise[]> {
  return Promise.all(exercises.map((exercise) => describe(exercise, progress)));
}

async function describe(exercise: Exercise, progress: Progress): Promise<ListedExercise> {
  const { id, title, minutes, tasks } = exercise.manifest;
  const base = { id, title, minutes, maximumPoints: sumOf(tasks.map(({ points }) => points)) };
  const { points, maximumPoints, files } = progress.exercises[id] ?? {};
  if (!(await hasStarted(exercise))) return { ...base, state: 'not started', isTested: false };
  if (points === undefined) return { ...base, state: 'started', isTested: false };
  const isTested = files === hashFiles((await readWork(exercise)).files);
  return { ...base, state: isTested && points === maximumPoints ? 'done' : 'started', points, isTested };
}

/** The list as text: number, title, a bar, points, state. */
export function exerciseListText(listed: readonly ListedExercise[], style: ChalkInstance): string {
  const count = (state: ListedExercise['state']) => listed.filter((each) => each.state === state).length;
  const done = count('done');
  const started = done + count('started');
  const next = (listed.find(({ state }) => state !== 'done') ?? listed[0])?.id;
  const lines = listed.map((each) => {
    const title = each.title.length > TITLE ? `${each.title.slice(0, TITLE - 1)}…` : each.title;
    const score = each.points === undefined ? '' : scoreText(each.points, each.maximumPoints);
    const bar = barText((each.points ?? 0) / each.maximumPoints, BAR, style);
    const head = `${each.id.slice(0, 2)}  ${title.padEnd(TITLE)}`;
    const paint = each.state === 'not started' ? style.dim : (text: string) => text;
    return `  ${paint(head)}  ${bar}  ${score.padStart(8)}  ${stateText(each, style)}`.trimEnd();
  });
  return [
    style.bold(`${started} of ${listed.length} started, ${done} done`),
    '',
    ...lines,
    '',
    ...(next === undefined
      ? []
      : [
          `Work on one:  npx descent watch ${next.slice(0, 2)}        Its lesson:  exercises/${next}/README.md`,
        ]),
    'What experiment files can name:  npx descent list components',
    '',
  ].join('\n');
}

function stateText({ state, points, isTested }: ListedExercise, style: ChalkInstance): string {
  if (state === 'done') return style.green('done');
  if (state === 'not started') return '';
  if (points === undefined) return 'not tested';
  return isTested ? '' : 'changed';
}
