import type { Problem } from '../../document/problem.ts';
import { formatNumber } from '../expect/format-value.ts';
import type { CheckResult } from '../result/result.ts';
import { changeOptions } from './change-options.ts';
import type { Proof } from './proof.ts';

/** A student's machine may be that much slower, a student's answer that much more wasteful. */
const SHARE = 0.5;

/**
 * The solution leaves room: it is graded with half of the time and half of the memory, and still passes. What it fails
 * with its whole limits is for another proof to tell.
 */
export const withinLimits: Proof = {
  claim: 'the solution needs at most half of its time and memory',
  async prove({ manifest }, { solution, solutionResult, checkFiles, checks, grade }) {
    const files = (await checkFiles()).map((file) =>
      changeOptions(file, ({ after: _, timeout, ...options }) => ({
        ...options,
        seeds: { count: 1, quorum: 1 },
        ...(timeout === undefined ? {} : { timeout: timeout * SHARE }),
      })),
    );
    const { checks: results } = await grade(await solution(), { checks: files, limits: SHARE });
    const whole = (await solutionResult()).checks;
    const declared = await checks();
    return results.flatMap((check): readonly Problem[] => {
      const isExceeded = check.state === 'timeout' || check.state === 'crashed';
      if (!isExceeded || whole.find(({ id }) => id === check.id)?.trials[0]?.state !== 'pass') return [];
      const { timeout = manifest.limits.seconds } = declared.find(({ id }) => id === check.id)!.options;
      return [
        {
          file: `solutions/${manifest.id}`,
          message: `the solution needs more than half of the ${exceeded(check, timeout, manifest.limits.megabytes)} that "${check.title}" allows`,
          fix:
            check.state === 'timeout'
              ? 'Raise limits.seconds in exercise.yaml, or the timeout of the check.'
              : 'Raise limits.megabytes in exercise.yaml.',
        },
      ];
    });
  },
};

function exceeded({ state }: CheckResult, seconds: number, megabytes: number): string {
  return state === 'timeout' ? `${formatNumber(seconds)} s` : `${megabytes} MB`;
}
