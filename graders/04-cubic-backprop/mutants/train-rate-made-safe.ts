/**
 * Rejected by: a rate that is too large
 * Plausible slip: steps are shortened to a length of 1, so that nothing ever diverges.
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
    const step = Math.min(lr, 1 / Math.hypot(...gradient));
    w = w.map((weight, k) => weight - step * gradient[k]!);
    if (epoch % 100 === 0) history.push(loss(w, data, reduction));
  }
  return { w, history };
}
