/**
 * Rejected by: the loss falls at every epoch
 * Plausible slip: the learning rate of the example is written into the code.
 */
import {
  sse,
  sseGrad,
  type Data,
  type Neuron,
  type Training,
} from '../../../solutions/06-adaline/exercise.ts';

export function trainBatch(data: Data, { epochs }: { lr: number; epochs: number }): Training {
  const lr = 0.1;
  const step = ({ w, b }: Neuron, points: Data): Neuron => {
    const { dw, db } = sseGrad(w, b, points);
    return { w: w.map((weight, j) => weight - lr * dw[j]!), b: b - lr * db };
  };
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  let diverged = false;
  for (let epoch = 0; epoch < epochs && !diverged; epoch++) {
    neuron = step(neuron, data);
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
    diverged = epochs === 100 && !(loss <= 3.9);
  }
  return { ...neuron, losses, diverged };
}
