import type { Problem } from '../../document/problem.ts';
import type { CheckOptions } from '../check/exercise.ts';
import { formatNumber } from '../expect/format-value.ts';
import { isUpperBound } from '../grade/score.ts';
import type { Proof } from './proof.ts';
import { summarize, type Spread } from './spread.ts';

/** How far a threshold has to be from the mean, in standard deviations. */
const DEVIATIONS = 3;
/** A standard deviation of fewer values says little. */
const FEWEST_VALUES = 5;

/**
 * What the solution reaches is so far from each threshold that honest work rarely falls short by bad luck: three standard
 * deviations between its mean and the threshold of all points. It tells the distribution of whatever a check measures.
 */
export const margins: Proof = {
  claim: 'each threshold has a margin of three standard deviations',
  async prove({ manifest }, { checks, solutionResult, note, seeds }) {
    const { checks: results } = await solutionResult();
    const problems: Problem[] = [];
    for (const { id, title, options } of await checks()) {
      const { trials } = results.find((result) => result.id === id)!;
      const values = trials.flatMap(({ value }) => (value === undefined ? [] : [value]));
      if (values.length === 0) continue;
      const spread = summarize(values);
      const { partial } = options;
      note(`"${title}" measured ${inWords(spread)}${partial === undefined ? '' : `; ${boundOf(partial)}`}`);
      if (partial === undefined || values.length === 1) continue;
      if (values.length < FEWEST_VALUES) {
        note(`"${title}": ${seeds} seeds are too few to judge its margin; try --seeds 20`);
        continue;
      }
      const problem = judge(`graders/${manifest.id}`, title, partial, spread);
      if (problem !== undefined) problems.push(problem);
    }
    return problems;
  },
};

function judge(
  file: string,
  title: string,
  partial: NonNullable<CheckOptions['partial']>,
  spread: Spread,
): Problem | undefined {
  const threshold = partial.at(-1)![0];
  const direction = isUpperBound(partial) ? 1 : -1;
  const gap = direction * (threshold - spread.mean);
  if (gap >= DEVIATIONS * spread.deviation) return undefined;
  const suggested = roundAway(
    spread.mean + direction * DEVIATIONS * spread.deviation,
    spread.deviation,
    direction,
  );
  return {
    file,
    message: `the threshold ${formatNumber(threshold)} of "${title}" is ${Number((gap / spread.deviation).toPrecision(2))} standard deviations from what the solution reaches`,
    expected: `at least ${DEVIATIONS}`,
    received: inWords(spread),
    fix: `Use ${formatNumber(suggested)}, or make the solution steadier.`,
  };
}

function boundOf(partial: NonNullable<CheckOptions['partial']>): string {
  return `all points need ${isUpperBound(partial) ? 'at most' : 'at least'} ${formatNumber(partial.at(-1)![0])}`;
}

function inWords({ count, mean, deviation, least, most }: Spread): string {
  const numbers = [mean, deviation, least, most].map((value) => Number(value.toPrecision(4)));
  if (count === 1) return `${numbers[0]!} (no random numbers)`;
  return `mean ${numbers[0]!}, standard deviation ${numbers[1]!}, from ${numbers[2]!} to ${numbers[3]!} (${count} seeds)`;
}

/** Rounds away from the mean to the first digit of the standard deviation, so that the margin stays. */
function roundAway(value: number, deviation: number, direction: 1 | -1): number {
  const unit = 10 ** Math.floor(Math.log10(deviation));
  const rounded = direction === 1 ? Math.ceil(value / unit) : Math.floor(value / unit);
  return Number((rounded * unit).toPrecision(6));
}
