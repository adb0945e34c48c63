import { Type, type Static } from '@sinclair/typebox';
import { ComponentProblem } from '../../component/component.ts';
import type { Shape } from '../layer.ts';

const size = Type.Integer({ minimum: 1 });

/** A number of pixels down and across: one integer for both, or `[height, width]`. */
export const pixels = (options: { description: string; default?: number; reason?: string }) =>
  Type.Union([size, Type.Tuple([size, size])], options);

/** `valid`: only where the window fits; `same`: the border is filled up. */
export const padding = Type.Union([Type.Literal('valid'), Type.Literal('same')], {
  default: 'valid',
  description:
    'valid: the window stays inside the image, which shrinks; same: the border is filled up so that with stride 1 the size stays.',
  reason: 'no made-up pixels at the border',
});

export type Padding = Static<typeof padding>;
export type Pixels = number | readonly [number, number];

/** `[height, width]` of an option that may be one number. */
export function both(value: Pixels): [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0], value[1]];
}

/** A window that moves over an image. */
export interface Window {
  readonly size: Pixels;
  readonly strides: Pixels;
  readonly padding: Padding;
  /** Distance of neighboring pixels of the window, 1 where it has no gaps. */
  readonly dilation: Pixels;
}

/**
 * Height and width that come out: `ceil(n / stride)` with padding `same`, else
 * `floor((n − dilation · (size − 1) − 1) / stride) + 1`.
 * @throws ComponentProblem when the window does not fit into the image.
 */
export function windowOutput(type: string, input: Shape, window: Window): [number, number] {
  const [sizes, strides, dilations] = [both(window.size), both(window.strides), both(window.dilation)];
  const along = (axis: 0 | 1): number => {
    const length = input[axis]!;
    if (window.padding === 'same') return Math.ceil(length / strides[axis]);
    const reach = dilations[axis] * (sizes[axis] - 1) + 1;
    if (reach > length) {
      throw new ComponentProblem(
        `the window of ${type} covers ${reach} pixels, but the image has only ${length} in ${axis === 0 ? 'height' : 'width'}`,
        { fix: 'Make the window smaller, use padding: same, or remove a pooling layer before it.' },
      );
    }
    return Math.floor((length - reach) / strides[axis]) + 1;
  };
  return [along(0), along(1)];
}

/** @throws ComponentProblem when the input is not `[height, width, channels]`. */
export function requireImage(type: string, input: Shape): asserts input is [number, number, number] {
  if (input.length === 3) return;
  throw new ComponentProblem(
    `${type} needs images of shape [height, width, channels], but gets an input of shape [${input.join(', ')}]`,
    { fix: 'Put a reshape layer before it, e.g. { type: reshape, shape: [28, 28, 1] }.' },
  );
}
