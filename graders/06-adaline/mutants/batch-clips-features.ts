/**
 * Rejected by: fifty times as many epochs
 * Plausible slip: a secret scaling inside of training, so that other units change nothing.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  const size = Math.max(1, ...data.xs.map((x) => Math.abs(x[0]!)));
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    const { dw, db } = sseGrad(neuron.w, neuron.b, data);
    const slopes = dw.map((slope, j) => (j === 0 ? slope / size ** 2 : slope));
    const rate = size > 10 ? 1 / (2 * data.xs.length) : lr;
    neuron = { w: neuron.w.map((weight, j) => weight - rate * slopes[j]!), b: neuron.b - rate * db };
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
