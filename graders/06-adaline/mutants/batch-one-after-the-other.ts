/**
 * Rejected by: two epochs on OR
 * Plausible slip: the slope of the bias is taken after the weights have moved.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    const { dw } = sseGrad(neuron.w, neuron.b, data);
    const w = neuron.w.map((weight, j) => weight - lr * dw[j]!);
    neuron = { w, b: neuron.b - lr * sseGrad(w, neuron.b, data).db };
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
