/**
 * Rejected by: an epoch of OR, point by point
 * Plausible slip: all errors come from the neuron at the beginning of the epoch.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainOnline(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    const before = neuron;
    data.xs.forEach((x, i) => {
      const { dw, db } = sseGrad(before.w, before.b, { xs: [x], ys: [data.ys[i]!] });
      neuron = { w: neuron.w.map((weight, j) => weight - lr * dw[j]!), b: neuron.b - lr * db };
    });
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
