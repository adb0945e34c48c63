import type { Problem } from '../../document/problem.ts';
import type { CheckResult } from '../result/result.ts';
import type { Proof } from './proof.ts';

const TODO = /\bTodoError\b/;

/**
 * Every check fails on the starter because something is still to be written, not because it cannot be loaded. In a starter without
 * any `TodoError`, an experiment file or code with bugs to be found, a wrong answer is the right reason.
 */
export const starterFails: Proof = {
  claim: 'the starter fails every check, for the right reason',
  async prove({ manifest }, { starter, grade }) {
    const files = await starter();
    const hasTodo = Object.values(files).some((text) => TODO.test(text));
    const { checks } = await grade(files);
    const notLoaded = checks.find(({ cause }) => cause === 'not loaded');
    if (hasTodo && notLoaded !== undefined) {
      return [
        { file: `starters/${manifest.id}`, message: `the starter cannot be loaded: ${notLoaded.message!}` },
      ];
    }
    return checks.flatMap((check): readonly Problem[] => {
      const wrong = wrongReason(check, hasTodo);
      if (wrong === undefined) return [];
      return [
        {
          file: `starters/${manifest.id}`,
          message: `the check "${check.title}" ${wrong}`,
          expected: hasTodo ? 'that it meets a TodoError' : 'that it finds a wrong answer',
          ...(check.message === undefined ? {} : { received: check.message.trimEnd() }),
        },
      ];
    });
  },
};

/** Why a check did not fail as it should; undefined where it did. */
function wrongReason({ state, cause }: CheckResult, hasTodo: boolean): string | undefined {
  if (state === 'pass' || state === 'partial') return 'gives points for the starter';
  if (state === 'skipped' || cause !== undefined) return undefined;
  if (state !== 'fail') return `ends with "${state}" on the starter`;
  return hasTodo ? 'fails on the starter for another reason than what is to be written' : undefined;
}
