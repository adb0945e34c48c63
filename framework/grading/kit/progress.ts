import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import writeFileAtomic from 'write-file-atomic';
import type { ExerciseResult } from '../result/result.ts';

/** Where progress lies in a kit. It is nobody's grade, and may be deleted at any time. */
export const PROGRESS_FILE = join('.descent', 'progress.json');

const exerciseProgressSchema = Type.Object({
  /** Points of the last test, and of how many. */
  points: Type.Optional(Type.Number()),
  maximumPoints: Type.Optional(Type.Number()),
  /** The first task without all its points then; absent when there is none. */
  openTask: Type.Optional(Type.Integer({ minimum: 1 })),
  /** The hash of the files that were tested. */
  files: Type.Optional(Type.String()),
  /** How many hints of each task were shown. */
  hints: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0 }))),
});
const progressSchema = Type.Object({
  schema: Type.Literal(1),
  exercises: Type.Record(Type.String(), exerciseProgressSchema),
});

/** What the reader has reached, by the id of the exercise. */
export type Progress = Static<typeof progressSchema>;
/** What the reader has reached in one exercise. */
export type ExerciseProgress = Static<typeof exerciseProgressSchema>;

/** The progress file of a kit. */
export interface ProgressStore {
  /** The present state; a file that is missing or damaged counts as empty. */
  load(): Promise<Progress>;
  /** Changes what is known of one exercise. A disk that refuses costs the progress, not the command. */
  update(id: string, change: Change): Promise<void>;
}

type Change = (before: ExerciseProgress) => ExerciseProgress;

/** Opens the progress of a kit. @param say told once of a file that is damaged or cannot be written */
export function openProgress(root: string, say: (text: string) => void): ProgressStore {
  const path = join(root, PROGRESS_FILE);
  let isTold = false;
  const tell = (text: string): void => {
    if (!isTold) say(text);
    isTold = true;
  };

  const load = async (): Promise<Progress> => {
    try {
      const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (Value.Check(progressSchema, parsed)) return parsed;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { schema: 1, exercises: {} };
    }
    tell(`${PROGRESS_FILE} cannot be read, so progress is counted anew.`);
    return { schema: 1, exercises: {} };
  };

  const apply = async (id: string, change: Change): Promise<void> => {
    const { exercises } = await load();
    const progress: Progress = {
      schema: 1,
      exercises: { ...exercises, [id]: change(exercises[id] ?? {}) },
    };
    try {
      await mkdir(join(root, '.descent'), { recursive: true });
      await writeFileAtomic(path, `${JSON.stringify(progress, undefined, 2)}\n`);
    } catch (error) {
      tell(
        `${PROGRESS_FILE} cannot be written (${(error as NodeJS.ErrnoException).code}), so progress is not kept.`,
      );
    }
  };

  // One after the other, as each begins with what the one before has left.
  let last: Promise<unknown> = Promise.resolve();
  return {
    load: () => last.then(load),
    update(id, change) {
      const own = last.then(() => apply(id, change));
      last = own.catch(() => undefined);
      return own;
    },
  };
}

/** What a result changes in the progress of its exercise. */
export function afterResult(before: ExerciseProgress, result: ExerciseResult): ExerciseProgress {
  const { points, maximumPoints, submission, checks } = result;
  const open = checks
    .filter((check) => check.points < check.maximumPoints)
    .map(({ task }) => task)
    .sort((one, other) => one - other)[0];
  return {
    ...(before.hints === undefined ? {} : { hints: before.hints }),
    points,
    maximumPoints,
    files: submission.files,
    ...(open === undefined ? {} : { openTask: open }),
  };
}
