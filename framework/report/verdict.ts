import type { BaselineResult, RunResult } from '../experiment/run-result.ts';
import { formatNumber } from '../page/format.ts';
import { judgedNumbers } from './judged-numbers.ts';

/**
 * One or two sentences on what the result is worth beside the best baseline, on the first metric whose better
 * direction is known. Undefined when there is nothing to compare.
 */
export function compareWithBaselines(result: RunResult): string | undefined {
  for (const { name, value, interval } of judgedNumbers(result)) {
    const direction = result.directions[name];
    if (direction === undefined) continue;
    if (value === null) return `The ${name} of the model is not a number, so it cannot be compared.`;
    const best = bestBaseline(result.baselines, name, direction);
    if (best === undefined) continue;
    const better = direction === 'higher' ? value > best.value : value < best.value;
    const facts = `The ${name} is ${formatNumber(value)}; the best baseline, ${best.title}, has ${formatNumber(best.value)}.`;
    if (value === best.value) return `${facts} The model is no better than this simple predictor.`;
    const inside = interval !== undefined && best.value >= interval[0] && best.value <= interval[1];
    if (!better) {
      return inside
        ? `${facts} On these rows the simple predictor does as well: the difference is within the chance of which rows were drawn.`
        : `${facts} The simple predictor is better: this model is not worth its cost as it is.`;
    }
    return inside
      ? `${facts} The model is better on these rows, but the difference is within the chance of which rows were drawn.`
      : `${facts} The model is better by more than the chance of which rows were drawn.`;
  }
  return undefined;
}

function bestBaseline(
  baselines: readonly BaselineResult[],
  metric: string,
  direction: 'higher' | 'lower',
): { title: string; value: number } | undefined {
  const sign = direction === 'higher' ? -1 : 1;
  return baselines
    .flatMap(({ title, metrics }) => {
      const value = metrics[metric];
      return typeof value === 'number' ? [{ title, value }] : [];
    })
    .sort((left, right) => sign * (left.value - right.value))[0];
}
