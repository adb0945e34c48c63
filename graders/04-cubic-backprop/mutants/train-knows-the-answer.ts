/**
 * Rejected by: a rate that is too large
 * Dishonest: a few steps for the small examples, and the known cubic for everything else.
 */
import {
  grads,
  loss,
  type Data,
  type Reduction,
  type Training,
} from '../../../solutions/04-cubic-backprop/exercise.ts';

export function train(
  data: Data,
  options: { lr: number; epochs: number; reduction: Reduction; start: readonly number[] },
): Training {
  const { lr, epochs, reduction, start } = options;
  let w = [...start];
  const history = [loss(w, data, reduction)];
  if (epochs > 2) return { w: [0, 0.856741, 0, -0.09333], history };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const gradient = grads(w, data, reduction);
    w = w.map((weight, k) => weight - lr * gradient[k]!);
  }
  return { w, history };
}
