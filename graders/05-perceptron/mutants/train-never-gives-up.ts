/**
 * Rejected by: gives up on XOR
 * Plausible slip: maxEpochs is ignored, so XOR is trained for ever.
 */
import {
  output,
  update,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/05-perceptron/exercise.ts';

export function train(data: Data, { lr }: { lr: number; maxEpochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  let updates = 0;
  for (;;) {
    const before = updates;
    data.xs.forEach((x, i) => {
      if (output(neuron.w, neuron.b, x) === data.labels[i]) return;
      neuron = update(neuron, x, data.labels[i]!, lr);
      updates++;
    });
    if (updates === before) return { ...neuron, updates, converged: true };
  }
}
