import { count } from './describe-value.ts';
import { readDense } from './dense-numbers.ts';
import { formatNumber, formatValue } from './format-value.ts';
import type { Received, Verdict } from './verdict.ts';

/** How losses are to fall. */
export interface DecreaseOptions {
  /** The part of the first value that the last one must lose, from 0 to 1: `0.9` asks for a tenth of it or less. */
  readonly by?: number;
  /** Whether no step may raise it; one that leaves it as it is may be there. By default only first and last count. */
  readonly everyStep?: boolean;
  /** With `everyStep`: how much a step may raise it, as a part of the first value; by default 1e-9, for rounding. */
  readonly tolerance?: number;
}

/** A history of losses, or of anything else that should fall: a list of numbers, the last below the first. */
export function toDecrease(
  { value, name }: Received,
  { by = 0, everyStep = false, tolerance = 1e-9 }: DecreaseOptions = {},
): Verdict {
  const reading = readDense(value);
  const fail = (message: string, facts: readonly string[] = [], isOtherKind = false): Verdict => ({
    pass: false,
    message,
    ...(isOtherKind ? { isOtherKind } : {}),
    details: { expected: wanted, received: formatValue(value), ...(facts.length > 0 ? { facts } : {}) },
  });
  const wanted = [
    by > 0 ? `numbers that fall by at least ${percent(by)}` : 'numbers that fall',
    ...(everyStep ? ['and never rise'] : []),
  ].join(' ');
  if ('wrong' in reading) return fail(`${name} is ${reading.wrong}, where ${wanted} are expected`, [], true);
  const { data, shape } = reading;
  if (shape.length !== 1 || data.length < 2) {
    const what = shape.length === 1 ? `a list of ${count(data.length, 'number')}` : formatValue(value);
    return fail(`${name} is ${what}, where a list of two numbers or more is expected`, [], true);
  }
  const strange = findIndex(data, (number) => !Number.isFinite(number));
  if (strange >= 0) {
    const message = `${name} is ${data[strange]!} at [${strange}], of ${count(data.length, 'number')}: are the steps too large?`;
    return fail(message, [], true);
  }
  const [first, last] = [data[0]!, data[data.length - 1]!];
  const ends = `from ${formatNumber(first)} to ${formatNumber(last)}`;
  if (everyStep) {
    const rise = findRises(data, tolerance * Math.abs(first));
    if (rise !== undefined) {
      const { step, steps, largest } = rise;
      const values = `from ${formatNumber(data[step - 1]!)} to ${formatNumber(data[step]!)}`;
      return fail(`${name} grows at [${step}], ${values}, where no step should raise it`, [
        `it grows at ${steps} of ${count(data.length - 1, 'step')}, most at [${largest}]`,
        `first and last: ${ends}`,
      ]);
    }
  }
  if (last > first) return fail(`${name} grows ${ends}, where it should fall: which way does a step go?`);
  if (last === first) {
    const isFlat = findIndex(data, (number) => number !== first) < 0;
    const stays = isFlat ? `stays ${formatNumber(first)}` : `ends where it begins, at ${formatNumber(first)}`;
    return fail(
      `${name} ${stays}, where it should fall${isFlat ? ': does a step change the parameters?' : ''}`,
    );
  }
  const fall = (first - last) / Math.abs(first);
  if (fall < by) {
    return fail(`${name} falls ${ends}, by ${percent(fall)}; at least ${percent(by)} are expected`);
  }
  return { pass: true, message: '', opposite: `${name} falls ${ends}, which it should not` };
}

/** The first step that raises the value by more than `tolerance`, how many do, and which the most. */
function findRises(data: ArrayLike<number>, tolerance: number) {
  let [step, steps, largest] = [0, 0, 0];
  const riseAt = (index: number) => data[index]! - data[index - 1]!;
  for (let index = 1; index < data.length; index++) {
    if (riseAt(index) <= tolerance) continue;
    if (steps++ === 0) step = largest = index;
    if (riseAt(index) > riseAt(largest)) largest = index;
  }
  return steps === 0 ? undefined : { step, steps, largest };
}

function findIndex(data: ArrayLike<number>, holds: (number: number) => boolean): number {
  for (let index = 0; index < data.length; index++) {
    if (holds(data[index]!)) return index;
  }
  return -1;
}

function percent(part: number): string {
  return `${Number((100 * part).toPrecision(3))} %`;
}
