import { Type, type Static } from '@sinclair/typebox';
import { ComponentProblem } from '../../component/component.ts';
import type { Shape } from '../layer.ts';

const size = Type.Integer({ minimum: 1 });

/** A number of pixels down and across: one integer for both, or `[height, width]`. */
export const pixels = (options: { description: string; default?: number; reason?: string }) =>
  Type.Union([size, Type.Tuple([size, size])], options);

/** A number of places of a sequence. */
export const places = (options: { description: string; default?: number; reason?: string }) =>
  Type.Integer({ minimum: 1, ...options });

/** `valid`: only where the window fits; `same`: the border is filled up. */
export const padding = Type.Union([Type.Literal('valid'), Type.Literal('same')], {
  default: 'valid',
  description:
    'valid: the window stays inside, so that fewer places come out; same: the border is filled up so that with stride 1 the size stays.',
  reason: 'no made-up values at the border',
});

export type Padding = Static<typeof padding>;
export type Pixels = number | readonly [number, number];

/** `[height, width]` of an option that may be one number. */
export function both(value: Pixels): [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0], value[1]];
}

/** A window that moves over an image, or with plain numbers over a sequence. */
export interface Window<Size = Pixels> {
  readonly size: Size;
  readonly strides: Size;
  readonly padding: Padding;
  /** Distance of neighboring pixels of the window, 1 where it has no gaps. */
  readonly dilation: Size;
}

/**
 * Height and width that come out: `ceil(n / stride)` with padding `same`, else
 * `floor((n − dilation · (size − 1) − 1) / stride) + 1`.
 * @throws ComponentProblem when the window does not fit into the image.
 */
export function windowOutput(type: string, input: Shape, window: Window): [number, number] {
  const [sizes, strides, dilations] = [both(window.size), both(window.strides), both(window.dilation)];
  const along = (axis: 0 | 1): number =>
    windowLength(
      input[axis]!,
      { size: sizes[axis], strides: strides[axis], padding: window.padding, dilation: dilations[axis] },
      (reach, length) =>
        `the window of ${type} covers ${reach} pixels, but the image has only ${length} in ${axis === 0 ? 'height' : 'width'}`,
    );
  return [along(0), along(1)];
}

/**
 * The length that comes out of a window over a sequence, by the formula of {@link windowOutput}.
 * @throws ComponentProblem when the window does not fit into the sequence.
 */
export function sequenceOutput(type: string, length: number, window: Window<number>): number {
  return windowLength(
    length,
    window,
    (reach) => `the window of ${type} covers ${reach} steps, but the sequence has only ${length}`,
  );
}

function windowLength(
  length: number,
  window: Window<number>,
  message: (reach: number, length: number) => string,
): number {
  if (window.padding === 'same') return Math.ceil(length / window.strides);
  const reach = window.dilation * (window.size - 1) + 1;
  if (reach > length) {
    throw new ComponentProblem(message(reach, length), {
      fix: 'Make the window smaller, use padding: same, or remove a pooling layer before it.',
    });
  }
  return Math.floor((length - reach) / window.strides) + 1;
}

/** @throws ComponentProblem when the input is not `[height, width, channels]`. */
export function requireImage(type: string, input: Shape): asserts input is [number, number, number] {
  if (input.length === 3) return;
  throw new ComponentProblem(
    `${type} needs images of shape [height, width, channels], but gets an input of shape [${input.join(', ')}]`,
    { fix: 'Put a reshape layer before it, e.g. { type: reshape, shape: [28, 28, 1] }.' },
  );
}

/** @throws ComponentProblem when the input is not `[steps, channels]`. */
export function requireSequence(type: string, input: Shape): asserts input is [number, number] {
  if (input.length === 2) return;
  throw new ComponentProblem(
    `${type} needs sequences of shape [steps, channels], but gets an input of shape [${input.join(', ')}]`,
    { fix: 'Put a reshape layer before it, e.g. { type: reshape, shape: [24, 1] }.' },
  );
}
