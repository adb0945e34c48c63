import { ProblemsError } from '../../document/problem.ts';
import { gradeExercise, visibleSeeds } from '../grade/grade-exercise.ts';
import { listChecks, type SightedCheckFile } from '../grade/list-checks.ts';
import { hashChecks, poolFor } from '../kit/grade-work.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import { loadChecks } from '../kit/load-checks.ts';
import { starterFrom } from '../kit/markers.ts';
import { loadMutants } from '../kit/mutants.ts';
import { readFiles } from '../kit/read-files.ts';
import { loadPictures } from '../picture/load-pictures.ts';
import type { PictureFile } from '../picture/picture.ts';
import { onEverySeed } from './change-options.ts';
import { createJudge } from './judge.ts';
import type { ProofContext } from './proof.ts';
import type { TypeChecker } from './type-checker.ts';

/** What proofs of one exercise work with. */
export interface ContextOptions {
  readonly kit: Kit;
  readonly exercise: Exercise;
  /** With how many seeds checks are tried. */
  readonly seeds: number;
  readonly types: TypeChecker | undefined;
  readonly note: (text: string) => void;
  /** Loads the checks of an exercise; by default into this process. */
  readonly load?: (exercise: Exercise) => Promise<readonly SightedCheckFile[]>;
  /** Loads its pictures; by default into this process. */
  readonly loadPictures?: (exercise: Exercise) => Promise<PictureFile | undefined>;
}

/** A context, and what ends the processes that it started. */
export function openContext(options: ContextOptions): ProofContext & { close(): Promise<void> } {
  const { kit, exercise, seeds, types, note, load = loadChecks } = options;
  const { loadPictures: loadTheirs = loadPictures } = options;
  const { manifest } = exercise;
  const { id } = manifest;
  const solution = once(() => readFiles(exercise.solution, manifest.files, `solutions/${id}`));
  const checkFiles = once(() => orBroken(`graders/${id}`, 'checks', () => load(exercise)));
  const checks = once(async () => {
    const files = await checkFiles();
    return orBroken(`graders/${id}`, 'checks', () => Promise.resolve(listChecks(files)));
  });
  const mutants = once(() => loadMutants(exercise));
  const judge = createJudge({ exercise, checks });

  const grade: ProofContext['grade'] = async (files, changes = {}) => {
    const { limits = 1 } = changes;
    const limited = {
      ...manifest,
      limits: { seconds: manifest.limits.seconds * limits, megabytes: manifest.limits.megabytes * limits },
    };
    const pool = poolFor({ ...exercise, manifest: limited }, 0);
    try {
      return await gradeExercise({
        manifest: limited,
        checks: changes.checks ?? (await checkFiles()),
        checksHash: await hashChecks(exercise),
        submission: { id: 'solution', files },
        pool,
        isolation: 'unprotected',
        seeds: visibleSeeds,
      });
    } finally {
      await pool.close();
    }
  };

  return {
    kit,
    seeds,
    types,
    note,
    solution,
    starter: once(async () =>
      Object.fromEntries(
        Object.entries(await solution()).map(([name, text]) => [
          name,
          starterFrom({ file: `solutions/${id}/${name}`, text }),
        ]),
      ),
    ),
    lesson: once(async () => {
      const files = await readFiles(exercise.folder, ['README.md'], `exercises/${id}`);
      return files['README.md']!;
    }),
    checkFiles,
    checks,
    mutants,
    pictures: once(() => orBroken(`graders/${id}`, 'pictures', () => loadTheirs(exercise))),
    solutionResult: once(async () =>
      grade(await solution(), { checks: onEverySeed(await checkFiles(), seeds) }),
    ),
    judge: judge.judge,
    grade,
    close: judge.close,
  };
}

/** The same promise at every call: what fails, fails for each who asks. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

/** A mistake in the checks or pictures is a finding of its author's, not a fault of descent. */
async function orBroken<Value>(
  file: string,
  what: 'checks' | 'pictures',
  make: () => Promise<Value>,
): Promise<Value> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ProblemsError || !(error instanceof Error)) throw error;
    throw new ProblemsError([{ file, message: `the ${what} cannot be loaded: ${error.message.trim()}` }]);
  }
}
