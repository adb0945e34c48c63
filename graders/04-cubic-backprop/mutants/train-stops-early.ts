/**
 * Rejected by: the sine in 2,000 epochs
 * Plausible slip: it stops when the loss has fallen by less than a tenth in 100 epochs.
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
    if (epoch % 100 === 0) {
      history.push(loss(w, data, reduction));
      if (history.at(-1)! > 0.9 * history.at(-2)!) break;
    }
  }
  return { w, history };
}
