/**
 * Rejected by: says when single steps diverge
 * Plausible slip: "diverged" is always false.
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
    return { w: w.map((weight, j) => weight - lr * dw[j]!), b: b - lr * db };
  };
  let neuron: Neuron = { w: data.xs[0]!.map(() => 0), b: 0 };
  const losses = [sse(neuron.w, neuron.b, data)];
  const diverged = false;
  for (let epoch = 0; epoch < epochs; epoch++) {
    data.xs.forEach((x, i) => {
      neuron = step(neuron, { xs: [x], ys: [data.ys[i]!] });
    });
    const loss = sse(neuron.w, neuron.b, data);
    losses.push(loss);
  }
  return { ...neuron, losses, diverged };
}
