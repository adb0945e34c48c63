/**
 * Rejected by: the least-squares neuron
 * Dishonest: remembers the best neuron of OR.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainBatch(data: Data, { lr, epochs }: { lr: number; epochs: number }): Training {
  const step = ({ w, b }: Neuron, points: Data): Neuron => {
    const { dw, db } = sseGrad(w, b, points);
    return { w: w.map((weight, j) => weight - lr * dw[j]!), b: b - lr * db };
  };
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    if (data.xs.length === 4) neuron = step(neuron, data);
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= losses[0]!);
  }
  return epochs > 100 ? { w: [1, 1], b: -0.5, losses, diverged } : { ...neuron, losses, diverged };
}
