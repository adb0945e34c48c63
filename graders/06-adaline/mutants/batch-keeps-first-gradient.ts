/**
 * Rejected by: the best neuron for OR
 * Plausible slip: the gradient is taken once, before the loop; from the third epoch on it shows.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  let gradient = sseGrad(
    data.xs[0]!.map(() => 0),
    0,
    data,
  );
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    if (epoch < 2) gradient = sseGrad(neuron.w, neuron.b, data);
    const { dw, db } = gradient;
    neuron = { w: neuron.w.map((weight, j) => weight - lr * dw[j]!), b: neuron.b - lr * db };
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
