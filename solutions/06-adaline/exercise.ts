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
  // BEGIN SOLUTION
  return x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the sum of weights times features, and the bias');
}

/** Task 1. The class that the neuron names: 1 where the net input is above 0, otherwise -1. */
export function classify(w: readonly number[], b: number, x: readonly number[]): 1 | -1 {
  // BEGIN SOLUTION
  return net(w, b, x) > 0 ? 1 : -1;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the sign of the net input, and -1 at 0');
}

/** Task 2. The sum, not the mean, of the squared errors: Σ (yᵢ − netᵢ)². */
export function sse(w: readonly number[], b: number, { xs, ys }: Data): number {
  // BEGIN SOLUTION
  return xs.reduce((sum, x, i) => sum + (ys[i]! - net(w, b, x)) ** 2, 0);
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the sum of the squared errors');
}

/**
 * Task 3. The gradient of the sum of squared errors.
 * @returns { dw, db }: dw[j] = ∂L/∂wⱼ, as many as there are weights, and db = ∂L/∂b
 */
export function sseGrad(w: readonly number[], b: number, { xs, ys }: Data): Gradient {
  // BEGIN SOLUTION
  const dw = w.map(() => 0);
  let db = 0;
  xs.forEach((x, i) => {
    const error = ys[i]! - net(w, b, x);
    x.forEach((feature, j) => (dw[j]! -= 2 * error * feature));
    db -= 2 * error;
  });
  return { dw, db };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: a slope for each weight, and one for the bias');
}

// BEGIN SOLUTION
/** The neuron one step further down the loss of the given points. */
function step({ w, b }: Neuron, points: Data, lr: number): Neuron {
  const { dw, db } = sseGrad(w, b, points);
  return { w: w.map((weight, j) => weight - lr * dw[j]!), b: b - lr * db };
}

/** Epochs from a neuron of zeros, each of them a pass over the points; ends early where the loss grows. */
function train(data: Data, epochs: number, pass: (neuron: Neuron) => Neuron): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    neuron = pass(neuron);
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
// END SOLUTION

/**
 * Task 4. Gradient descent from zero weights and zero bias, one step an epoch, with the errors of all points.
 * @param options lr, the learning rate, and how many epochs
 * @returns the neuron, the losses (epochs + 1 of them, fewer if it diverged), and whether it diverged: stop as soon as the
 *   loss is larger than at the beginning, or not finite
 */
export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  // BEGIN SOLUTION
  return train(data, epochs, (neuron) => step(neuron, data, lr));
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: one step an epoch, from all points together');
}

/**
 * Task 5. The same with a step after every single point, in their order: the delta rule of Widrow and Hoff.
 * @returns as trainBatch; the losses are those of all points, before the first epoch and after every epoch
 */
export function trainOnline(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  // BEGIN SOLUTION
  const points = data.xs.map((x, i) => ({ xs: [x], ys: [data.ys[i]!] }));
  return train(data, epochs, (neuron) => points.reduce((moved, point) => step(moved, point, lr), neuron));
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: one step a point');
}

/**
 * Task 6. Brings all features to the same scale: each is divided by its largest absolute value among the points.
 * @returns new points, every feature between -1 and 1; a feature that is 0 everywhere stays 0
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  // BEGIN SOLUTION
  const largest = xs[0]!.map((_, j) => Math.max(...xs.map((x) => Math.abs(x[j]!))));
  return xs.map((x) => x.map((feature, j) => (largest[j]! > 0 ? feature / largest[j]! : 0)));
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: divide each feature by its largest absolute value');
}
