import { TodoError } from 'descent';

/** How the losses of several samples become one number, or stay as they are. */
export type Reduction = 'none' | 'mean' | 'sum';

/** What a classifier puts out: probabilities, or logits, which are scores of any size and sign. */
export type From = 'probabilities' | 'logits';

/** Probabilities, rates and sizes below it count as it, wherever 0 would lead to Infinity. */
export const SMALLEST = 1e-7;

/** The x between −100 and 100 where f(x) is smallest, for an f that falls and then rises. */
export function minimize(f: (x: number) => number): number {
  let [low, high] = [-100, 100];
  while (high - low > 1e-9) {
    const third = (high - low) / 3;
    if (f(low + third) < f(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

/**
 * Task 1. Puts the losses of several samples together.
 * @param losses one for each sample, at least one
 * @returns a list for 'none', else one number
 */
export function reduce(losses: readonly number[], reduction: Reduction): number | number[] {
  throw new TodoError('Task 1: the mean, the sum, or all of them');
}

/** Task 2. (prediction − target)². */
export function squaredError(target: number, prediction: number): number {
  throw new TodoError('Task 2: the squared error');
}

/** Task 2. |prediction − target|. */
export function absoluteError(target: number, prediction: number): number {
  throw new TodoError('Task 2: the absolute error');
}

/**
 * Task 2. Half a square for small errors, a straight line for larger ones, without a kink between.
 * @param delta how large a small error may be, above 0
 */
export function huber(target: number, prediction: number, delta = 1): number {
  throw new TodoError('Task 2: the Huber loss');
}

/** Task 2. ln cosh(prediction − target). No error, however large, may lead to Infinity. */
export function logCosh(target: number, prediction: number): number {
  throw new TodoError('Task 2: the logarithm of the hyperbolic cosine');
}

/** Task 3. The size of the error in percent of the target's size; a target nearer to 0 than SMALLEST counts as that far from it. */
export function percentageError(target: number, prediction: number): number {
  throw new TodoError('Task 3: the error in percent');
}

/** Task 3. The square of the difference of ln(1 + prediction) and ln(1 + target); neither of them is below 0. */
export function squaredLogarithmicError(target: number, prediction: number): number {
  throw new TodoError('Task 3: the squared difference of logarithms');
}

/**
 * Task 3. rate − count · ln(rate): how surprising a count is where so many are expected, but for what only the count decides.
 * @param count how many came, 0 or more
 * @param rate how many were predicted; counts as SMALLEST if it is less
 */
export function poisson(count: number, rate: number): number {
  throw new TodoError('Task 3: the surprise of a count');
}

/** Task 3. 1 minus the cosine of the angle between two lists of numbers; 1 if one of them has length 0. */
export function cosineDistance(target: readonly number[], prediction: readonly number[]): number {
  throw new TodoError('Task 3: how far two directions are apart');
}

/**
 * Task 4. max(0, 1 − s · score), where s is 1 for label 1 and −1 for label 0.
 * @param label 0 or 1
 */
export function hinge(label: number, score: number): number {
  throw new TodoError('Task 4: how far from the right side');
}

/**
 * Task 4. −label · ln p − (1 − label) · ln(1 − p): how surprising the label is, where 1 has the probability p.
 * @param label 0 or 1, or a share between
 * @param output p itself, or the logit z of which p = sigmoid(z)
 */
export function binaryCrossentropy(label: number, output: number, from: From): number {
  throw new TodoError('Task 4: the surprise of one label out of two');
}

/**
 * Task 5. −ln p[label]: how surprising the right class is.
 * @param label the number of the right class, from 0
 * @param outputs one for each class: the probabilities p, or the logits z of which p = softmax(z)
 */
export function sparseCategoricalCrossentropy(label: number, outputs: readonly number[], from: From): number {
  throw new TodoError('Task 5: the surprise of the right class');
}

/**
 * Task 5. −Σ t[c] · ln p[c]: the same for a target that is a list, with 1 at the right class, or with a share for each.
 * @param target one share for each class, together 1
 * @param outputs the probabilities p, or the logits z of which p = softmax(z)
 */
export function categoricalCrossentropy(
  target: readonly number[],
  outputs: readonly number[],
  from: From,
): number {
  throw new TodoError('Task 5: the expected surprise');
}

/** Task 5. Σ t[c] · ln(t[c] / p[c]): what p costs more than t itself would. A class whose share is 0 adds nothing. */
export function klDivergence(target: readonly number[], probabilities: readonly number[]): number {
  throw new TodoError('Task 5: the divergence of p from t');
}

/**
 * Task 5. The gradient of sparseCategoricalCrossentropy(label, logits, 'logits'): how fast it grows with each logit.
 * @returns as many numbers as there are logits
 */
export function logitGradient(label: number, logits: readonly number[]): number[] {
  throw new TodoError('Task 5: the gradient by the logits');
}

/** The losses of task 2, by name; task 6 looks them up here. */
export const distances = { squaredError, absoluteError, huber, logCosh };

/**
 * Task 6. The slope m of the line y = m·x through the origin for which the mean loss over all points is smallest.
 * @param name which of the distances above the loss is
 */
export function bestSlope(
  xs: readonly number[],
  ys: readonly number[],
  name: keyof typeof distances,
): number {
  throw new TodoError('Task 6: the line that a loss prefers');
}
