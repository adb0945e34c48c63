/**
 * Rejected by: the first two epochs
 * Plausible slip: the loss after each epoch is noted.
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
    const gradient = grads(w, data, reduction);
    w = w.map((weight, k) => weight - lr * gradient[k]!);
    history.push(loss(w, data, reduction));
  }
  return { w, history };
}
