/**
 * Rejected by: an epoch of OR, point by point
 * Plausible slip: the error of the answer, so nothing moves where it is right.
 */
import {
  classify,
  sse,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainOnline(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    data.xs.forEach((x, i) => {
      const move = 2 * lr * (data.ys[i]! - classify(neuron.w, neuron.b, x));
      neuron = { w: neuron.w.map((weight, j) => weight + move * x[j]!), b: neuron.b + move };
    });
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return { ...neuron, losses, diverged };
}
