/**
 * Rejected by: an epoch of OR, point by point
 * Plausible slip: the delta rule of other textbooks, whose loss has a factor 1/2.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainOnline(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  const step = ({ w, b }: Neuron, points: Data): Neuron => {
    const { dw, db } = sseGrad(w, b, points);
    return { w: w.map((weight, j) => weight - (lr / 2) * dw[j]!), b: b - (lr / 2) * db };
  };
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    data.xs.forEach((x, i) => {
      neuron = step(neuron, { xs: [x], ys: [data.ys[i]!] });
    });
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
