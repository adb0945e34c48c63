/**
 * Rejected by: learns OR in 4 updates
 * Plausible slip: every answer of an epoch comes from the weights at its beginning, the changes are added up: batch training.
 */
import {
  output,
  update,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/05-perceptron/exercise.ts';

export function train(data: Data, { lr, maxEpochs }: { lr: number; maxEpochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  let updates = 0;
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    const before = updates;
    const old = neuron;
    data.xs.forEach((x, i) => {
      if (output(old.w, old.b, x) === data.labels[i]) return;
      const moved = update(old, x, data.labels[i]!, lr);
      neuron = {
        w: neuron.w.map((weight, j) => weight + moved.w[j]! - old.w[j]!),
        b: neuron.b + moved.b - old.b,
      };
      updates++;
    });
    if (updates === before) return { ...neuron, updates, converged: true };
  }
  return { ...neuron, updates, converged: false };
}
