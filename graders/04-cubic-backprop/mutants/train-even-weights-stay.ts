/**
 * Rejected by: the even weights die out
 * Plausible slip: only the weights that the sine needs are moved; it shows where the others do not begin at 0.
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
    w = w.map((weight, k) => (k % 2 === 0 && epoch > 2 ? weight : weight - lr * gradient[k]!));
    if (epoch % 100 === 0) history.push(loss(w, data, reduction));
  }
  return { w, history };
}
