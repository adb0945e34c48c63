import { formatValue } from './format-value.ts';
import { firstDifference } from './first-difference.ts';
import type { Received, Verdict } from './verdict.ts';

/**
 * A function of the check, called twice, that brings the same bits both times.
 * @example await expect(() => student.train(data, 7), 'train with seed 7').toBeDeterministic();
 * @throws whatever the function throws; Error when it is none: a mistake of the check
 */
export async function toBeDeterministic({ value, name }: Received): Promise<Verdict> {
  if (typeof value !== 'function') throw new Error('toBeDeterministic needs a function to call twice');
  const call = value as () => unknown;
  const [first, second] = [await call(), await call()];
  const difference = firstDifference(first, second);
  if (difference === undefined) {
    return { pass: true, message: '', opposite: `${name} brings the same twice, which it should not` };
  }
  const { path, one, other } = difference;
  const place = path === '' ? '' : ` at ${path}`;
  return {
    pass: false,
    message: `${name} brings ${formatValue(one)}${place} the first time and ${formatValue(other)} the second time, where both should be the same: does every random number come from the seed?`,
    details: {
      expected: `the same both times: ${formatValue(first)}`,
      received: formatValue(second),
    },
  };
}
