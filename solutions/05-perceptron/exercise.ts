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
  // BEGIN SOLUTION
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  return net > 0 ? 1 : 0;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: 1 where w·x + b is above 0, otherwise 0');
}

/**
 * Task 2. The neuron after it has seen one point: the same if it was right, otherwise moved towards the point or away
 * from it by the perceptron rule.
 * @param label the right answer
 * @param lr the learning rate, above 0
 * @returns new weights and bias; what was given stays as it is
 */
export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  // BEGIN SOLUTION
  const error = label - output(w, b, x);
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b + lr * error };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: move the weights and the bias by lr · error');
}

/**
 * Task 3. Trains a neuron from zero weights and zero bias: epoch after epoch over all points in their order, until
 * an epoch passes without a mistake, or maxEpochs are over.
 * @returns the neuron, the number of updates (a right answer is none), and whether it converged
 */
export function train(data: Data, { lr, maxEpochs }: { lr: number; maxEpochs: number }): Training {
  // BEGIN SOLUTION
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  let updates = 0;
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    const before = updates;
    data.xs.forEach((x, i) => {
      if (output(neuron.w, neuron.b, x) === data.labels[i]) return;
      neuron = update(neuron, x, data.labels[i]!, lr);
      updates++;
    });
    if (updates === before) return { ...neuron, updates, converged: true };
  }
  return { ...neuron, updates, converged: false };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: epochs over all points, until none is wrong');
}

/**
 * Task 4. The line that separates the answers 0 and 1 in the plane: its height above x1.
 * @param w two weights, the second not 0
 * @returns the x2 where w·x + b = 0
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  // BEGIN SOLUTION
  return -(w[0]! * x1 + b) / w[1]!;
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: solve w1·x1 + w2·x2 + b = 0 for x2');
}

/**
 * Task 5. The most updates that training can take on data that the given neuron classifies without a mistake: R²·(|w|² + b²) / γ².
 * @returns Infinity when that neuron makes a mistake, or has a point right on its boundary
 */
export function updateBound({ xs, labels }: Data, { w, b }: Neuron): number {
  // BEGIN SOLUTION
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, j) => sum + value * other[j]!, 0);
  const radius = Math.max(...xs.map((x) => dot(x, x) + 1));
  const margin = Math.min(...xs.map((x, i) => (2 * labels[i]! - 1) * (dot(w, x) + b)));
  return margin > 0 ? (radius * (dot(w, w) + b * b)) / margin ** 2 : Infinity;
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the bound of the convergence theorem');
}
