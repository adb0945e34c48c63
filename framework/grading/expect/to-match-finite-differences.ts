import { componentsOf, gradientAt, type Component, type Differentiable } from './differentiable.ts';
import { count } from './describe-value.ts';
import { readDense } from './dense-numbers.ts';
import { explainDifference, type IsClose } from './explain-difference.ts';
import { formatNumber, formatValue } from './format-value.ts';
import type { Received, Verdict } from './verdict.ts';

/** How a gradient is compared with finite differences. */
export interface FiniteDifferenceOptions {
  /**
   * Half the distance of the two points of a difference, for a component of size 1 or less; in proportion for larger
   * ones. By default 1e-5, and 1e-2 for components of a tensor, as float32 has 7 digits.
   */
  readonly step?: number;
  /** How far they may be apart, as a part of the derivative where that is above 1; by default 1e-5, and 1e-2 with tensors. */
  readonly tolerance?: number;
  /** How many components are compared, evenly spread; by default 100. Each costs two calls of the function. */
  readonly components?: number;
}

/**
 * A gradient that agrees with central differences `(f(x + h) − f(x − h)) / 2h` of a function, component by component.
 * The gradient is built like the point: a number, a list, a record, a tensor.
 * @param f the function whose gradient it is; may ask the submission. Brings a number, or a tensor with one element
 * @param at where the gradient was taken
 * @example await expect([dm, dc], 'grad').toMatchFiniteDifferences(([m, c]) => student.mse(m, c, line), [0.5, 1]);
 * @throws whatever the function throws
 */
export async function toMatchFiniteDifferences(
  { value, name }: Received,
  f: (point: never) => unknown,
  at: Differentiable,
  options: FiniteDifferenceOptions = {},
): Promise<Verdict> {
  const fail = (message: string, details: NonNullable<Verdict['details']> = {}): Verdict => ({
    pass: false,
    message,
    details: { received: formatValue(value), ...details },
  });
  const reading = gradientAt(value, at);
  if ('wrong' in reading) return { ...fail(`${name} ${reading.wrong}`), isOtherKind: true };
  const { numbers } = reading;
  const components = componentsOf(at, options.components ?? 100);
  const tolerance = options.tolerance ?? (components.some(({ isFloat32 }) => isFloat32) ? 1e-2 : 1e-5);
  const isClose: IsClose = (one, other) => Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other));

  const strange = [...numbers].find(([, number]) => !Number.isFinite(number));
  if (strange !== undefined) {
    const [path, number] = strange;
    const message = `${name} is ${number}${placeOf(path)}, where a finite number is expected`;
    return { ...fail(message), isOtherKind: true };
  }
  const numeric: number[] = [];
  for (const component of components) {
    const slope = await measure(f as (point: Differentiable) => unknown, component, options.step);
    if (typeof slope === 'number') numeric.push(slope);
    else {
      const beside = `${name} cannot be compared with finite differences: beside ${component.path || 'the point'} = ${formatNumber(component.value)}`;
      return fail(`${beside} the function is ${slope.wrong}`, { hasAsked: true });
    }
  }
  const analytic = components.map(({ path }) => numbers.get(path)!);
  const different = components.flatMap((_, index) =>
    isClose(analytic[index]!, numeric[index]!) ? [] : [index],
  );
  const expected = `${listed(numeric)} by finite differences`;
  const details = { expected, received: listed(analytic), hasAsked: true };
  if (different.length === 0) {
    return {
      pass: true,
      message: '',
      opposite: `${name} agrees with finite differences, which it should not`,
      details,
    };
  }
  const first = different[0]!;
  const advice = explainDifference(analytic, numeric, isClose, 'component');
  const others =
    components.length === 1
      ? ''
      : ` (${different.length} of ${count(components.length, 'component')} ${different.length === 1 ? 'differs' : 'differ'})`;
  return fail(
    `${name} is ${formatNumber(analytic[first]!)}${placeOf(components[first]!.path)}, where finite differences give ${formatNumber(numeric[first]!)}${others}${advice === undefined ? '' : `: ${advice}`}`,
    details,
  );
}

/** The central difference in one component, or what the function brought instead of a finite number. */
async function measure(
  f: (point: Differentiable) => unknown,
  { value, isFloat32, replace }: Component,
  step = isFloat32 ? 1e-2 : 1e-5,
): Promise<number | { readonly wrong: string }> {
  const width = step * Math.max(1, Math.abs(value));
  // As the component holds them, so that the distance is the true one.
  const hold = isFloat32 ? Math.fround : (number: number) => number;
  const [above, below] = [hold(value + width), hold(value - width)];
  const heights: number[] = [];
  for (const place of [above, below]) {
    const brought = await f(replace(place));
    const dense = readDense(brought);
    if ('wrong' in dense) return dense;
    const height = dense.data[0];
    if (dense.data.length !== 1 || height === undefined || !Number.isFinite(height)) {
      return { wrong: formatValue(brought) };
    }
    heights.push(height);
  }
  return (heights[0]! - heights[1]!) / (above - below);
}

function placeOf(path: string): string {
  return path === '' ? '' : ` at ${path.replace(/^\./, '')}`;
}

function listed(numbers: readonly number[]): string {
  return numbers.length === 1 ? formatNumber(numbers[0]!) : formatValue(numbers);
}
