/**
 * Rejected by: the loss after every 100 epochs
 * Plausible slip: the loss is noted before the step, so that the one after the last step is missing.
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
  const history: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch % 100 === 0) history.push(loss(w, data, reduction));
    const gradient = grads(w, data, reduction);
    w = w.map((weight, k) => weight - lr * gradient[k]!);
  }
  return { w, history };
}
