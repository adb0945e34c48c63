import { once } from 'node:events';
import chalk from 'chalk';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { openProgress, type ProgressStore } from '../grading/kit/progress.ts';
import { watchFiles } from '../grading/kit/watch-files.ts';
import { createWorkRunner } from '../grading/kit/work-runner.ts';
import { EXIT } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { describeExercises } from './list-exercises.ts';
import { openTerminal } from './terminal.ts';
import { createWatchSession } from './watch-session.ts';

/** What `descent watch` is told. */
export interface WatchCommand {
  /** Exercises; without names all. */
  readonly names: readonly string[];
  /** Look at the files regularly instead of waiting for the system to tell of changes. */
  readonly poll: boolean;
}

/**
 * `descent watch [NN…]`: tests an exercise whenever its file is saved, until the user quits.
 * @returns the exit code: 130 after Ctrl-C, as everywhere
 * @throws ProblemsError for an unknown name
 */
export async function watchExercises({ names, poll }: WatchCommand): Promise<number> {
  const kit = await findKit();
  const all = await openExercises(kit);
  const exercises = names.length === 0 ? all : chooseExercises(all, names);
  const terminal = openTerminal();
  const progress = openProgress(kit.root, (text) => {
    terminal.write(`${text}\n`);
  });
  const quit = new AbortController();
  const interrupt = onInterrupt(() => {
    quit.abort();
  });
  const session = createWatchSession({
    root: kit.root,
    exercises,
    first: await firstOf(exercises, progress),
    terminal,
    progress,
    runner: createWorkRunner(),
    style: chalk,
    now: () => new Date(),
  });
  const stopWatching = watchFiles(
    exercises.map(({ folder, manifest }) => ({ folder, files: manifest.files })),
    {
      poll,
      onChange(folder) {
        session.saved(exercises.find((exercise) => exercise.folder === folder)!);
      },
      onPolling(reason) {
        terminal.write(`The system does not tell of saved files (${reason}): they are looked at instead.\n`);
      },
    },
  );
  let code: number = EXIT.done;
  const stopKeys = terminal.onKey((key) => {
    const wish = session.press(key);
    if (wish === 'interrupted') code = EXIT.interrupted;
    if (wish !== undefined) quit.abort();
  });
  try {
    await once(quit.signal, 'abort');
  } finally {
    stopKeys();
    stopWatching();
    interrupt.dispose();
    await session.close();
  }
  return interrupt.signal.aborted ? EXIT.interrupted : code;
}

/** What was begun and is not done, else what was not begun, else the first. */
async function firstOf(exercises: readonly Exercise[], progress: ProgressStore): Promise<Exercise> {
  const listed = await describeExercises(exercises, await progress.load());
  const begun = listed.findIndex(({ state }) => state === 'started');
  const untouched = listed.findIndex(({ state }) => state === 'not started');
  return exercises[begun >= 0 ? begun : Math.max(0, untouched)]!;
}
