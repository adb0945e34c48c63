/**
 * Rejected by: learns OR in 4 updates
 * Plausible slip: converged as soon as the last point of an epoch was right.
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
    const last = { wrong: false };
    data.xs.forEach((x, i) => {
      last.wrong = output(neuron.w, neuron.b, x) !== data.labels[i];
      if (!last.wrong) return;
      neuron = update(neuron, x, data.labels[i]!, lr);
      updates++;
    });
    if (!last.wrong) return { ...neuron, updates, converged: true };
  }
  return { ...neuron, updates, converged: false };
}
