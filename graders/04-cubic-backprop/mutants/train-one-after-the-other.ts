/**
 * Rejected by: the first two epochs
 * Plausible slip: each weight moves at once, so the next one has another gradient.
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
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let k = 0; k < 4; k++) {
      const moved = w[k]! - lr * grads(w, data, reduction)[k]!;
      w = w.map((weight, j) => (j === k ? moved : weight));
    }
    if (epoch % 100 === 0) history.push(loss(w, data, reduction));
  }
  return { w, history };
}
