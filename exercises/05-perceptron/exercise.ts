import { TodoError } from 'descent';

/** Labeled points: `labels[i]`, 0 or 1, belongs to the point `xs[i]`. All points have the same number of features. */
export interface Data {
  readonly xs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What a neuron learns: a weight for each feature, and the bias. */
export interface Neuron {
  readonly w: readonly number[];
  readonly b: number;
}

/** What training brings: the neuron, how often it was changed, and whether a whole epoch passed without a mistake. */
export interface Training extends Neuron {
  readonly updates: number;
  readonly converged: boolean;
}

/**
 * Task 1. What the neuron answers for one point: 1 where w·x + b is above 0, otherwise 0.
 * @param w as many weights as x has features
 */
export function output(w: readonly number[], b: number, x: readonly number[]): 0 | 1 {
  throw new TodoError('Task 1: 1 where w·x + b is above 0, otherwise 0');
}

/**
 * Task 2. The neuron after it has seen one point: the same if it was right, otherwise moved towards the point or away
 * from it by the perceptron rule.
 * @param label the right answer
 * @param lr the learning rate, above 0
 * @returns new weights and bias; what was given stays as it is
 */
export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  throw new TodoError('Task 2: move the weights and the bias by lr · error');
}

/**
 * Task 3. Trains a neuron from zero weights and zero bias: epoch after epoch over all points in their order, until
 * an epoch passes without a mistake, or maxEpochs are over.
 * @returns the neuron, the number of updates (a right answer is none), and whether it converged
 */
export function train(data: Data, { lr, maxEpochs }: { lr: number; maxEpochs: number }): Training {
  throw new TodoError('Task 3: epochs over all points, until none is wrong');
}

/**
 * Task 4. The line that separates the answers 0 and 1 in the plane: its height above x1.
 * @param w two weights, the second not 0
 * @returns the x2 where w·x + b = 0
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  throw new TodoError('Task 4: solve w1·x1 + w2·x2 + b = 0 for x2');
}

/**
 * Task 5. The most updates that training can take on data that the given neuron classifies without a mistake: R²·(|w|² + b²) / γ².
 * @returns Infinity when that neuron makes a mistake, or has a point right on its boundary
 */
export function updateBound({ xs, labels }: Data, { w, b }: Neuron): number {
  throw new TodoError('Task 5: the bound of the convergence theorem');
}
