import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import writeFileAtomic from 'write-file-atomic';
import { exerciseResultSchema, type ExerciseResult } from '../result/result.ts';

/** What a result depends on. Two results with the same answers are the same result. */
export interface ResultIdentity {
  readonly student: string;
  readonly exercise: string;
  readonly exerciseVersion: number;
  /** SHA-256 of the submitted files. */
  readonly files: string;
  /** SHA-256 of the checks. */
  readonly checks: string;
  /** Version of the framework. */
  readonly descent: string;
  /** Where seeds come from, as in a result. */
  readonly seeds: string;
}

/** Results of a class on disk: each is written once and never changed. */
export interface ResultStore {
  /** The result with that identity, if there is one. */
  find(identity: ResultIdentity): Promise<ExerciseResult | undefined>;
  /** The result under a key, as a gradebook names it, if there is one. */
  get(place: {
    readonly exercise: string;
    readonly student: string;
    readonly key: string;
  }): Promise<ExerciseResult | undefined>;
  write(identity: ResultIdentity, result: ExerciseResult): Promise<void>;
  /** All results of an exercise, also those of earlier versions of files and checks. Damaged files are left out. */
  list(exercise: string): AsyncIterable<StoredResult>;
}

/** A result and the key under which it lies. */
export interface StoredResult {
  readonly key: string;
  readonly result: ExerciseResult;
}

const KEY_LENGTH = 16;

/**
 * Opens the results below a folder: `results/<exercise>/<student>.<key>.json`. What a killed process left half written is removed.
 */
export async function openResultStore(folder: string): Promise<ResultStore> {
  const root = join(folder, 'results');
  await removeUnfinished(root);
  const pathAt = (exercise: string, student: string, key: string) =>
    join(root, exercise, `${student}.${key}.json`);
  const pathOf = (identity: ResultIdentity) =>
    pathAt(identity.exercise, identity.student, resultKey(identity));
  return {
    find: (identity) => read(pathOf(identity)),
    get: ({ exercise, student, key }) => read(pathAt(exercise, student, key)),
    async write(identity, result) {
      await mkdir(join(root, identity.exercise), { recursive: true });
      await writeFileAtomic(pathOf(identity), `${JSON.stringify(result, undefined, 2)}\n`);
    },
    async *list(exercise) {
      for (const name of (await filesIn(join(root, exercise))).sort()) {
        const key = /\.([0-9a-f]{16})\.json$/.exec(name)?.[1];
        const result = key === undefined ? undefined : await read(join(root, exercise, name));
        if (key !== undefined && result !== undefined) yield { key, result };
      }
    },
  };
}

/** The key of a result: the beginning of a SHA-256 over its identity, whoever handed it in. */
export function resultKey({ student: _, ...rest }: ResultIdentity): string {
  const parts = [rest.files, rest.exercise, rest.exerciseVersion, rest.checks, rest.descent, rest.seeds];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, KEY_LENGTH);
}

async function read(path: string): Promise<ExerciseResult | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const value = parse(text);
  // What is no result, as after a disk error, is graded again.
  return Value.Check(exerciseResultSchema, value) ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function removeUnfinished(root: string): Promise<void> {
  for (const exercise of await filesIn(root)) {
    for (const name of await filesIn(join(root, exercise))) {
      // The writer's temporary names end with a dot and a number.
      if (/\.json\.\d+$/.test(name)) await rm(join(root, exercise, name), { force: true });
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
