/**
 * Rejected by: two epochs on OR
 * Plausible slip: the loss of the zeros is missing.
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
  const start = data.ys.length;
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses: number[] = [];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    neuron = step(neuron, data);
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = !(loss <= start);
  }
  return { ...neuron, losses, diverged };
}
