import { count, formatShape } from './describe-value.ts';
import { formatIndex, readDense, type DenseNumbers } from './dense-numbers.ts';
import { explainDifference, type IsClose } from './explain-difference.ts';
import { formatNumber, formatValue } from './format-value.ts';
import { compareShapes } from './to-have-shape.ts';
import type { Received, Verdict } from './verdict.ts';

/** How far an element may be from what is expected: `absolute + relative · |expected|`. */
export interface Tolerance {
  /** By default 1e-5: the rounding of float32 near 1. */
  readonly absolute?: number;
  /** By default 1e-4: what sums of float32 lose, added in another order. */
  readonly relative?: number;
}

/**
 * Numbers of the same shape, each close to what is expected. Both may be tensors, nested lists, typed arrays or single
 * numbers; a list matches a tensor with the same elements. NaN matches only NaN.
 * @throws Error when what is expected is not of numbers: a mistake of the check
 */
export function toBeCloseToTensor(
  { value, name }: Received,
  expected: unknown,
  { absolute = 1e-5, relative = 1e-4 }: Tolerance = {},
): Verdict {
  const wanted = readDense(expected);
  if ('wrong' in wanted) throw new Error(`toBeCloseToTensor expects ${wanted.wrong}`);
  const received = readDense(value);
  if ('wrong' in received) {
    const kind = `numbers of shape ${formatShape(wanted.shape)}`;
    return {
      pass: false,
      isOtherKind: true,
      message: `${name} is ${received.wrong}, where ${kind} are expected`,
      details: { expected: kind, received: received.wrong },
    };
  }
  const shapes = compareShapes(name, received.shape, wanted.shape);
  if (!shapes.pass) return { ...shapes, isOtherKind: true };
  const isClose: IsClose = (one, other) =>
    Object.is(one, other) || Math.abs(one - other) <= absolute + relative * Math.abs(other);
  const found = compareElements(received.data, wanted.data, isClose);
  const texts = { expected: formatValue(expectedData(expected, wanted)), received: formatValue(value) };
  const limits = `${formatNumber(absolute)} plus ${formatNumber(relative)} times the expected number`;
  if (found.different === 0) {
    return {
      pass: true,
      message: '',
      opposite: `${name} is the same as ${texts.expected} (within ${limits}), which it should not be`,
      details: texts,
    };
  }
  const at = (position: number) => formatIndex(position, wanted.shape);
  const inPlace = (position: number) => (wanted.shape.length === 0 ? '' : ` at ${at(position)}`);
  const facts = [
    `shape ${formatShape(wanted.shape)}, as expected`,
    ...found.errors.map(({ what, value, position }) => `largest ${what} error ${value}${inPlace(position)}`),
    `allowed: ${limits}`,
  ];
  const size = wanted.data.length;
  if (found.nan !== undefined) {
    const number = found.nan.count === size ? 'all' : String(found.nan.count);
    const many = size === 1 ? '' : ` (${number} of ${count(size, 'element')})`;
    return {
      pass: false,
      isOtherKind: true,
      message: `${name} is NaN${inPlace(found.nan.first)}${many}, which is not a number: is something divided by 0, or the logarithm of 0 taken?`,
      details: { ...texts, facts },
    };
  }
  const advice =
    explainDifference(received.data, wanted.data, isClose, 'element') ??
    (isTransposed(received, wanted, isClose) ? 'are rows and columns swapped?' : undefined);
  const [its, other] = [received.data, wanted.data].map((data) => formatNumber(data[found.first]!));
  const where =
    size === 1
      ? `is ${its!}, where ${other!} is expected`
      : `differs in ${found.different} of ${count(size, 'element')}, first at ${at(found.first)}: ${its!}, where ${other!} is expected`;
  return {
    pass: false,
    message: `${name} ${where}${advice === undefined ? '' : `: ${advice}`}`,
    details: { ...texts, facts },
  };
}

/** What comparing element by element brings; positions are in row-major order. */
interface Found {
  readonly different: number;
  readonly first: number;
  readonly nan: { readonly first: number; readonly count: number } | undefined;
  readonly errors: readonly { readonly what: string; readonly value: string; readonly position: number }[];
}

function compareElements(received: ArrayLike<number>, expected: ArrayLike<number>, isClose: IsClose): Found {
  let [different, first, firstNan, nans] = [0, -1, -1, 0];
  const absolute = { value: 0, position: -1 };
  const relative = { value: 0, position: -1 };
  for (let position = 0; position < expected.length; position++) {
    const [one, other] = [received[position]!, expected[position]!];
    if (Number.isNaN(one) && !Number.isNaN(other)) {
      if (nans++ === 0) firstNan = position;
    }
    if (isClose(one, other)) continue;
    if (different++ === 0) first = position;
    const error = Math.abs(one - other);
    if (error > absolute.value) Object.assign(absolute, { value: error, position });
    if (other !== 0 && error / Math.abs(other) > relative.value) {
      Object.assign(relative, { value: error / Math.abs(other), position });
    }
  }
  const errors = Object.entries({ absolute, relative })
    .filter(([, { position }]) => position >= 0)
    .map(([what, { value, position }]) => ({ what, value: formatNumber(value), position }));
  return { different, first, nan: nans === 0 ? undefined : { first: firstNan, count: nans }, errors };
}

/** Whether a square matrix came with rows and columns swapped, which its shape does not show. */
function isTransposed(received: DenseNumbers, expected: DenseNumbers, isClose: IsClose): boolean {
  const [rows, columns] = expected.shape;
  if (expected.shape.length !== 2 || rows !== columns || rows === undefined) return false;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < rows; column++) {
      if (!isClose(received.data[row * rows + column]!, expected.data[column * rows + row]!)) return false;
    }
  }
  return true;
}

/** What is expected, to be shown: the numbers of a tensor of TensorFlow.js, anything else as it is. */
function expectedData(expected: unknown, { data }: DenseNumbers): unknown {
  return typeof expected === 'object' && expected !== null && 'dataSync' in expected ? data : expected;
}
