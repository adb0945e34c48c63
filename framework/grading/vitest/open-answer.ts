import { visibleSeeds } from '../grade/grade-exercise.ts';
import type { DeclaredCheck, SightedCheckFile } from '../grade/list-checks.ts';
import { openGrading, type Grading } from '../grade/open-grading.ts';
import type { Exercise } from '../kit/kit.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { ProcessPool } from '../submission/process-pool.ts';

/** Opens files of an exercise under the checks of one grader file, with the seeds that everybody sees. */
export function openAnswer(
  { manifest }: Exercise,
  {
    file,
    files,
    pool,
  }: { readonly file: SightedCheckFile; readonly files: TextFiles; readonly pool: ProcessPool },
): Promise<Grading> {
  return openGrading({
    files: [file],
    submission: files,
    pool,
    defaults: defaultsOf(manifest),
    seedOf: (visibility, trial) => visibleSeeds.seedOf(visibility, trial),
  });
}

/** Milliseconds that vitest waits for a check: above its own limit, whose message says more. */
export function patienceFor({ manifest }: Exercise, { options }: DeclaredCheck): number {
  const { seconds, seeds } = defaultsOf(manifest);
  const { count } = options.seeds ?? seeds;
  return 1000 * (30 + 2 * count * (options.timeout ?? seconds));
}

function defaultsOf({ limits, trials }: Exercise['manifest']) {
  return {
    seconds: limits.seconds,
    seeds: { count: trials.count, quorum: trials.quorum ?? trials.count },
  };
}
