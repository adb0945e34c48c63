import type { Problem } from '../../document/problem.ts';
import type { CheckResult } from '../result/result.ts';
import type { Proof } from './proof.ts';
import { seedsInWords, windowsOf } from './trial-windows.ts';

/** The solution gets every point, whichever seeds are drawn. */
export const solutionPasses: Proof = {
  claim: 'the solution passes every check on every seed',
  async prove({ manifest }, { checks, solutionResult }) {
    const result = await solutionResult();
    const options = new Map((await checks()).map((check) => [check.id, check.options]));
    const file = `solutions/${manifest.id}`;
    const notLoaded = result.checks.find(({ cause }) => cause === 'not loaded');
    if (notLoaded !== undefined) {
      return [{ file, message: `the solution cannot be loaded: ${notLoaded.message!}` }];
    }
    return result.checks.flatMap((check): readonly Problem[] => {
      if (check.state === 'grader error') {
        return [{ file: `graders/${manifest.id}`, message: brokenOn(check) }];
      }
      const short = windowsOf(check.trials, options.get(check.id)!, manifest).find(
        ({ score }) => score.state !== 'pass',
      );
      if (short === undefined) return [];
      const where = check.trials.length === 1 ? '' : `on ${seedsInWords(short.seeds)} `;
      return [
        {
          file,
          message: `${where}the solution does not pass "${check.title}"`,
          ...(check.message === undefined ? {} : { received: check.message.trimEnd() }),
        },
      ];
    });
  },
};

function brokenOn({ title, trials, message = '' }: CheckResult): string {
  const seed = trials.find(({ state }) => state === 'grader error')?.seed;
  const where = seed === undefined || trials.length === 1 ? '' : ` on seed ${seed}`;
  return `the check "${title}" is broken${where}: ${message.split('\n')[0]!}`;
}
