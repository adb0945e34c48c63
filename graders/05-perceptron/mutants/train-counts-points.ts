/**
 * Rejected by: no more updates than the theorem allows
 * Plausible slip: every call of update counts, also those that change nothing.
 */
import {
  update,
  type Data,
  type Neuron,
  type Training,
  output,
} from '../../../solutions/05-perceptron/exercise.ts';

export function train(data: Data, { lr, maxEpochs }: { lr: number; maxEpochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  let updates = 0;
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    let mistakes = 0;
    data.xs.forEach((x, i) => {
      if (output(neuron.w, neuron.b, x) !== data.labels[i]) mistakes++;
      neuron = update(neuron, x, data.labels[i]!, lr);
      updates++;
    });
    if (mistakes === 0) return { ...neuron, updates, converged: true };
  }
  return { ...neuron, updates, converged: false };
}
