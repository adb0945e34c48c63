import type { Problem } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { verdictOf } from '../kit/mutant-verdict.ts';
import type { Proof } from './proof.ts';

/** Each wrong answer is rejected by the check that it names, and for what is wrong with it. */
export const mutantsRejected: Proof = {
  claim: 'each wrong answer is rejected by the check that it names',
  isLong: true,
  async prove({ manifest }, { mutants, checks, judge }) {
    const titles = (await checks()).map(({ title }) => title);
    const problems: Problem[] = [];
    for (const mutant of await mutants()) {
      const { name, rejectedBy } = mutant;
      const file = `graders/${manifest.id}/mutants/${name}`;
      if (!titles.includes(rejectedBy)) {
        const guess = didYouMean(rejectedBy, titles);
        problems.push({
          file,
          message: `there is no check "${rejectedBy}"`,
          ...(guess === undefined ? { expected: titles.join(', ') } : { fix: guess }),
        });
        continue;
      }
      const verdict = verdictOf(await judge(mutant, rejectedBy));
      if (verdict === 'rejected') continue;
      problems.push({
        file,
        message: `"${rejectedBy}" does not reject this wrong answer`,
        received: verdict,
      });
    }
    return problems;
  },
};
