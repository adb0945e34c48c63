import chalk, { type ChalkInstance } from 'chalk';
import { ProblemsError } from '../document/problem.ts';
import { wrapText } from '../document/wrap-text.ts';
import { afterHints, nextHints, type Hint } from '../grading/kit/hints.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { openProgress, type ProgressStore } from '../grading/kit/progress.ts';
import { EXIT } from './exit.ts';

/** What `descent hint` is told. */
export interface HintOptions {
  /** An exercise. */
  readonly name: string;
  /** By default the first task that the last test found open. */
  readonly task?: number;
}

const WIDTH = 80;

/**
 * `descent hint NN [TASK]`: the next of a task's three hints.
 * @returns the exit code
 * @throws ProblemsError for an unknown exercise or task
 */
export async function hint(
  { name, task }: HintOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const [exercise] = chooseExercises(await openExercises(kit), [name]);
  const progress = openProgress(kit.root, (text) => process.stderr.write(`${text}\n`));
  const count = exercise!.manifest.tasks.length;
  if (task !== undefined && (task < 1 || task > count)) {
    throw new ProblemsError([
      {
        file: 'command line',
        message: `${exercise!.manifest.id} has no task ${task}`,
        expected: `a task from 1 to ${count}`,
      },
    ]);
  }
  write(await takeHint(exercise!, task, { progress, style: chalk }));
  return EXIT.done;
}

/** The text of the next hint, which counts as shown then. */
export async function takeHint(
  { manifest }: Exercise,
  task: number | undefined,
  { progress, style }: { readonly progress: ProgressStore; readonly style: ChalkInstance },
): Promise<string> {
  let text = '';
  await progress.update(manifest.id, (known) => {
    const isDone = known.points !== undefined && known.openTask === undefined;
    if (task === undefined && isDone) {
      text = 'Every task has all its points: there is nothing left to hint at.\n';
      return known;
    }
    const shown = nextHints(manifest, known, task ?? known.openTask ?? 1);
    text = hintText(manifest.tasks[shown[0]!.task - 1]!.title, shown, style);
    return afterHints(known, shown);
  });
  return text;
}

function hintText(title: string, hints: readonly Hint[], style: ChalkInstance): string {
  const isLast = hints.at(-1)!.number === 3;
  return [
    style.bold(`Task ${hints[0]!.task}  ${title}`),
    ...hints.map(({ number, text }) => wrapText(text, WIDTH, `  hint ${number} of 3  `)),
    ...(isLast ? [style.dim('  There are no further hints. The lesson has a worked example.')] : []),
    '',
  ].join('\n');
}
