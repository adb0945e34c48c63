import type { Problem } from '../../document/problem.ts';
import { verdictOf } from '../kit/mutant-verdict.ts';
import type { Mutant } from '../kit/mutants.ts';
import type { Proof } from './proof.ts';

/** Every check rejects some wrong answer: one that rejects none tests nothing. */
export const checksReject: Proof = {
  claim: 'every check rejects a wrong answer',
  isLong: true,
  async prove({ manifest }, { mutants, checks, judge }) {
    const all = await mutants();
    const rejectsOne = async (title: string): Promise<boolean> => {
      // Those that name it come first: they have been judged already.
      const order = [...all].sort((one, other) => Number(names(other, title)) - Number(names(one, title)));
      for (const mutant of order) {
        if (verdictOf(await judge(mutant, title)) === 'rejected') return true;
      }
      return false;
    };
    const problems: Problem[] = [];
    for (const { title } of await checks()) {
      if (await rejectsOne(title)) continue;
      problems.push({
        file: `graders/${manifest.id}/mutants`,
        message: `no wrong answer is rejected by "${title}"`,
        fix: `Write one that begins with /** Rejected by: ${title} */, or remove the check.`,
      });
    }
    return problems;
  },
};

function names({ rejectedBy }: Mutant, title: string): boolean {
  return rejectedBy === title;
}
