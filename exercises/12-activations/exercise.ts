import { TodoError } from 'descent';

/** What an activation gives for one input. */
export interface Activated {
  readonly value: number;
  /** Its derivative at this input: how fast the value grows with the input. */
  readonly slope: number;
}

/** The density of the normal distribution with mean 0 and standard deviation 1: φ(x) = e^(−x²/2) / √(2π). */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Φ(x), the share of that distribution below x, by the series of G. Marsaglia (2004). Its derivative is φ(x). */
export function normalShare(x: number): number {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let [term, sum] = [x, x];
  for (let n = 3; sum + term !== sum; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** Task 1. The threshold of the perceptron: 1 above 0, else 0. Its slope counts as 0 everywhere, at the jump too. */
export function step(x: number): Activated {
  throw new TodoError('Task 1: the value and the slope of step');
}

/** Task 1. Nothing happens to x; also called linear. */
export function identity(x: number): Activated {
  throw new TodoError('Task 1: the value and the slope of identity');
}

/** Task 1. The rectified linear unit: x above 0, else 0. At the kink x = 0 the slope counts as 0. */
export function relu(x: number): Activated {
  throw new TodoError('Task 1: the value and the slope of relu');
}

/**
 * Task 1. A relu that lets a little of negative inputs through: x above 0, else leak · x.
 * @param leak the slope for x ≤ 0
 */
export function leakyRelu(x: number, leak = 0.01): Activated {
  throw new TodoError('Task 1: the value and the slope of leakyRelu');
}

/** Task 2. An S from 0 to 1. No input, however large, may lead to NaN. */
export function sigmoid(x: number): Activated {
  throw new TodoError('Task 2: the value and the slope of sigmoid');
}

/** Task 2. An S from −1 to 1. No input, however large, may lead to NaN. */
export function tanh(x: number): Activated {
  throw new TodoError('Task 2: the value and the slope of tanh');
}

/** Task 3. x above 0, else eˣ − 1: a relu that bends down to −1. */
export function elu(x: number): Activated {
  throw new TodoError('Task 3: the value and the slope of elu');
}

/** Task 3. ln(1 + eˣ): a relu without the kink. No input may lead to Infinity. */
export function softplus(x: number): Activated {
  throw new TodoError('Task 3: the value and the slope of softplus');
}

/** Task 3. x · Φ(x), weighted by the share of a normal distribution below x: see normalShare and normalDensity above. */
export function gelu(x: number): Activated {
  throw new TodoError('Task 3: the value and the slope of gelu');
}

/**
 * Task 4. Scores become probabilities: each positive, all together 1, the largest score the most probable.
 * @param scores any numbers, of any size
 * @returns as many probabilities
 */
export function softmax(scores: readonly number[]): number[] {
  throw new TodoError('Task 4: probabilities from scores');
}

/**
 * Task 4. All derivatives of softmax: row i, column j says how fast probability i grows with score j.
 * @returns as many rows as scores, and as many columns
 */
export function softmaxJacobian(scores: readonly number[]): number[][] {
  throw new TodoError('Task 4: how each probability depends on each score');
}

/** The activations of tasks 1 to 3, by name; task 5 looks them up here. */
export const activations = { step, identity, relu, leakyRelu, sigmoid, tanh, elu, softplus, gelu };

/**
 * Task 5. The slope of a chain of layers, x → f(x) → f(f(x)) → …, each of which is one activation.
 * @param name which activation f is
 * @param x the input of the first layer
 * @param layers how many there are
 * @returns how fast the last value grows with x: the product of the slopes on the way
 */
export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  throw new TodoError('Task 5: the slope through many layers');
}
