import type { Problem } from '../../document/problem.ts';
import { onEverySeed, onlyCheck } from './change-options.ts';
import type { Proof } from './proof.ts';
import { seedsInWords, windowsOf } from './trial-windows.ts';

/**
 * No seed draws a degenerate data set, on which right and wrong look the same: what rejects a wrong answer does so on every
 * seed. Wrong answers that never end or crash are not tried again and again.
 */
export const seedsTell: Proof = {
  claim: 'no seed gives data on which a wrong answer passes',
  isLong: true,
  async prove({ manifest }, { mutants, checks, checkFiles, judge, grade, seeds, solutionResult }) {
    const random = (await solutionResult()).checks.filter(({ trials }) => trials.length > 1);
    const declared = await checks();
    const problems: Problem[] = [];
    for (const mutant of await mutants()) {
      const check = random.find(({ title }) => title === mutant.rejectedBy);
      if (check === undefined) continue;
      if ((await judge(mutant, check.title)).state !== 'fail') continue;
      const { options, visibility } = declared.find(({ id }) => id === check.id)!;
      const files = (await checkFiles()).filter((file) => file.visibility === visibility);
      const { checks: results } = await grade(mutant.files, {
        checks: onEverySeed(files, seeds).map((file) => onlyCheck(file, check.title)),
      });
      const { trials } = results.find(({ id }) => id === check.id)!;
      const passed = windowsOf(trials, options, manifest).find(({ score }) => score.state === 'pass');
      if (passed === undefined) continue;
      problems.push({
        file: `graders/${manifest.id}/mutants/${mutant.name}`,
        message: `on ${seedsInWords(passed.seeds)} this wrong answer passes "${check.title}": the data drawn there do not tell right from wrong`,
        fix: 'Draw data of which no seed gives a special case, or more of them.',
      });
    }
    return problems;
  },
};
