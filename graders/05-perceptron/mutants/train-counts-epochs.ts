/**
 * Rejected by: learns AND in 10 updates
 * Plausible slip: epochs with a mistake are counted, not the mistakes.
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
    let mistakes = 0;
    data.xs.forEach((x, i) => {
      if (output(neuron.w, neuron.b, x) === data.labels[i]) return;
      neuron = update(neuron, x, data.labels[i]!, lr);
      mistakes++;
    });
    if (mistakes === 0) return { ...neuron, updates, converged: true };
    updates++;
  }
  return { ...neuron, updates, converged: false };
}
