/**
 * Rejected by: learns AND in 10 updates
 * Plausible slip: the points are taken from the end, so another neuron comes out.
 */
import {
  output,
  update,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/05-perceptron/exercise.ts';

export function train(data: Data, { lr, maxEpochs }: { lr: number; maxEpochs: number }): Training {
  const last = data.xs.length - 1;
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  let updates = 0;
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    const before = updates;
    data.xs.forEach((_, i) => {
      if (output(neuron.w, neuron.b, data.xs[last - i]!) === data.labels[last - i]) return;
      neuron = update(neuron, data.xs[last - i]!, data.labels[last - i]!, lr);
      updates++;
    });
    if (updates === before) return { ...neuron, updates, converged: true };
  }
  return { ...neuron, updates, converged: false };
}
