import { TodoError } from 'descent';

/** Points with their targets: `ys[i]`, +1 or -1, belongs to the point `xs[i]`. All points have the same number of features. */
export interface Data {
  readonly xs: readonly (readonly number[])[];
  readonly ys: readonly number[];
}

/** What a neuron learns: a weight for each feature, and the bias. */
export interface Neuron {
  readonly w: readonly number[];
  readonly b: number;
}

/** The slopes of the loss: one for each weight, and one for the bias. */
export interface Gradient {
  readonly dw: readonly number[];
  readonly db: number;
}

/** What training brings: the neuron, and the loss before the first epoch and after every epoch. */
export interface Training extends Neuron {
  readonly losses: readonly number[];
  /** Whether the loss grew above the first one, or is no number any more: the learning rate is too large. */
  readonly diverged: boolean;
}

/**
 * Task 1. What the neuron computes for one point, before any threshold.
 * @param w as many weights as x has features
 */
export function net(w: readonly number[], b: number, x: readonly number[]): number {
  throw new TodoError('Task 1: the sum of weights times features, and the bias');
}

/** Task 1. The class that the neuron names: 1 where the net input is above 0, otherwise -1. */
export function classify(w: readonly number[], b: number, x: readonly number[]): 1 | -1 {
  throw new TodoError('Task 1: the sign of the net input, and -1 at 0');
}

/** Task 2. The sum, not the mean, of the squared errors: Σ (yᵢ − netᵢ)². */
export function sse(w: readonly number[], b: number, { xs, ys }: Data): number {
  throw new TodoError('Task 2: the sum of the squared errors');
}

/**
 * Task 3. The gradient of the sum of squared errors.
 * @returns { dw, db }: dw[j] = ∂L/∂wⱼ, as many as there are weights, and db = ∂L/∂b
 */
export function sseGrad(w: readonly number[], b: number, { xs, ys }: Data): Gradient {
  throw new TodoError('Task 3: a slope for each weight, and one for the bias');
}

/**
 * Task 4. Gradient descent from zero weights and zero bias, one step an epoch, with the errors of all points.
 * @param options lr, the learning rate, and how many epochs
 * @returns the neuron, the losses (epochs + 1 of them, fewer if it diverged), and whether it diverged: stop as soon as the
 *   loss is larger than at the beginning, or not finite
 */
export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  throw new TodoError('Task 4: one step an epoch, from all points together');
}

/**
 * Task 5. The same with a step after every single point, in their order: the delta rule of Widrow and Hoff.
 * @returns as trainBatch; the losses are those of all points, before the first epoch and after every epoch
 */
export function trainOnline(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  throw new TodoError('Task 5: one step a point');
}

/**
 * Task 6. Brings all features to the same scale: each is divided by its largest absolute value among the points.
 * @returns new points, every feature between -1 and 1; a feature that is 0 everywhere stays 0
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  throw new TodoError('Task 6: divide each feature by its largest absolute value');
}
