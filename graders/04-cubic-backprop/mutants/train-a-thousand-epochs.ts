/**
 * Rejected by: the sine in 2,000 epochs
 * Plausible slip: the loop ends after 1,000 epochs, when the curve looks fine.
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
  for (let epoch = 1; epoch <= Math.min(epochs, 1000); epoch++) {
    const gradient = grads(w, data, reduction);
    w = w.map((weight, k) => weight - lr * gradient[k]!);
    if (epoch % 100 === 0) history.push(loss(w, data, reduction));
  }
  return { w, history };
}
