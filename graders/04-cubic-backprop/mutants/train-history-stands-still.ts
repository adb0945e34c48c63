/**
 * Rejected by: the loss falls in every hundred epochs
 * Plausible slip: the loss of the start is noted every time.
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
    if (epoch % 100 === 0) history.push(loss(start, data, reduction));
  }
  return { w, history };
}
