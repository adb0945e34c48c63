import type { ChalkInstance } from 'chalk';
import { cardText } from '../grading/card/card.ts';
import type { Exercise } from '../grading/kit/kit.ts';
import { afterResult, type ProgressStore } from '../grading/kit/progress.ts';
import { resetExercise } from '../grading/kit/reset.ts';
import { stateOf } from '../grading/kit/watch-files.ts';
import { hasStarted, missingFiles, readWork } from '../grading/kit/work.ts';
import type { WorkRunner } from '../grading/kit/work-runner.ts';
import { afterCardText, notStartedText } from './exercise-text.ts';
import { takeHint } from './hint.ts';
import { describeExercises, exerciseListText } from './list-exercises.ts';
import { reportError } from './report-error.ts';
import { resetText } from './reset.ts';
import type { Terminal } from './terminal.ts';

/** What a session of `descent watch` works with. */
export interface WatchSessionOptions {
  readonly root: string;
  /** The exercises that are watched, in order. */
  readonly exercises: readonly Exercise[];
  /** Where it begins. */
  readonly first: Exercise;
  readonly terminal: Terminal;
  readonly progress: ProgressStore;
  readonly runner: WorkRunner;
  readonly style: ChalkInstance;
  /** The time of day. */
  readonly now: () => Date;
}

/** A session: shows the exercise whose file was saved last. */
export interface WatchSession {
  /** To be called when files of an exercise may have been saved. */
  saved(exercise: Exercise): void;
  /** To be called for every key. @returns whether the user wants to quit */
  press(key: string): 'quit' | 'interrupted' | undefined;
  /** Settles when nothing is running any more; for tests. */
  idle(): Promise<void>;
  /** Ends what is running. */
  close(): Promise<void>;
}

const KEYS = 'n next · h hint · l list · a all · r reset · q quit';

/** Begins a session by showing its first exercise. */
export function createWatchSession(options: WatchSessionOptions): WatchSession {
  const { exercises, terminal, progress, runner, style, now } = options;
  const seen = new Map(exercises.map((exercise) => [exercise, savedState(exercise)]));
  let current = options.first;
  let running = new AbortController();
  let isAsking = false;
  let work: Promise<void> = Promise.resolve();

  /** Does something instead of what is running, which is killed. */
  const instead = (act: (signal: AbortSignal) => Promise<void>): void => {
    running.abort();
    running = new AbortController();
    isAsking = false;
    begin(act);
  };

  /** Does something beside what is running. */
  const begin = (act: (signal: AbortSignal) => Promise<void>): void => {
    const { signal } = running;
    const before = work;
    const own = act(signal).catch((error: unknown) => {
      // What is ended on purpose fails now and then: Ctrl-C reaches the compiler of the checks, too.
      if (signal.aborted) return;
      terminal.clear();
      reportError(error, terminal.write);
      footer();
    });
    work = Promise.all([before, own]).then(() => undefined);
  };

  const footer = (said = ''): void => {
    const lines = [said, ...(terminal.hasKeys ? [`${style.dim(KEYS)}\n`] : [])];
    terminal.write(lines.filter((line) => line !== '').join('\n'));
  };

  const show = async (exercise: Exercise, signal: AbortSignal): Promise<void> => {
    const { manifest } = exercise;
    current = exercise;
    runner.prepare(exercise);
    if (missingFiles(exercise).length === 0 && !(await hasStarted(exercise))) {
      if (signal.aborted) return;
      terminal.clear();
      terminal.write(`${notStartedText(manifest, style)}\n`);
      footer(`Waiting for you to save ${manifest.files.join(' or ')}.\n`);
      return;
    }
    const own = await readWork(exercise);
    terminal.write(style.dim(`testing ${manifest.id} …\n`));
    const result = await runner.run(exercise, own, signal);
    if (result === undefined || signal.aborted) return;
    terminal.clear();
    terminal.write(`${cardText(result, { manifest, files: own.files, style })}\n`);
    const next = exercises[exercises.indexOf(exercise) + 1]?.manifest;
    const time = now().toTimeString().slice(0, 8);
    footer(`${afterCardText(result, manifest, next)}${style.dim(`tested at ${time}`)}\n`);
    await progress.update(manifest.id, (before) => afterResult(before, result));
  };

  const showList = async (): Promise<void> => {
    terminal.write(
      `\n${exerciseListText(await describeExercises(exercises, await progress.load()), style)}\n`,
    );
    footer();
  };

  const testAll = async (signal: AbortSignal): Promise<void> => {
    terminal.clear();
    for (const exercise of exercises) {
      if (!(await hasStarted(exercise))) continue;
      terminal.write(style.dim(`testing ${exercise.manifest.id} …\n`));
      const result = await runner.run(exercise, await readWork(exercise), signal);
      if (result === undefined || signal.aborted) return;
      await progress.update(exercise.manifest.id, (before) => afterResult(before, result));
    }
    await showList();
  };

  const startOver = async (exercise: Exercise): Promise<void> => {
    const backups = await resetExercise(exercise);
    seen.set(exercise, savedState(exercise));
    await progress.update(exercise.manifest.id, () => ({}));
    terminal.clear();
    terminal.write(
      `${resetText(exercise, backups, options.root)}\n${notStartedText(exercise.manifest, style)}\n`,
    );
    footer();
  };

  const goOn = (): void => {
    const next = exercises[exercises.indexOf(current) + 1];
    if (next !== undefined) instead((signal) => show(next, signal));
    else footer('\nThat was the last exercise.\n');
  };

  const answer = (key: string): void => {
    isAsking = false;
    if (/^y$/i.test(key)) instead(() => startOver(current));
    else footer('\nIt stays as it is.\n');
  };

  instead((signal) => show(current, signal));
  return {
    saved(exercise) {
      const state = savedState(exercise);
      if (state === seen.get(exercise)) return;
      seen.set(exercise, state);
      instead((signal) => show(exercise, signal));
    },
    press(key) {
      if (key === '\u0003') return 'interrupted';
      if (isAsking) answer(key);
      else if (key === 'q' || key === '\u0004') return 'quit';
      else if (key === 'n') goOn();
      else if (key === 'l') begin(showList);
      else if (key === 'a') instead(testAll);
      else if (key === 'h') {
        begin(async () => {
          terminal.write(`\n${await takeHint(current, undefined, { progress, style })}\n`);
          footer();
        });
      } else if (key === 'r') {
        isAsking = true;
        terminal.write(`\nStart ${current.manifest.id} over? Your file is kept as a backup. y/N `);
      }
      return undefined;
    },
    async idle() {
      let before: Promise<void> | undefined;
      while (before !== work) await (before = work);
    },
    async close() {
      running.abort();
      await work;
      await runner.close();
    },
  };
}

function savedState({ folder, manifest }: Exercise): string {
  return stateOf({ folder, files: manifest.files });
}
