import type { Stream } from 'descent/grading';
import type { Digits } from './digits.ts';

/** A dense layer: w is [inputs, units]. */
export interface Dense {
  readonly w: readonly (readonly number[])[];
  readonly b: readonly number[];
}

/** Relu stands between the layers, softmax behind the second. A gradient has the same form. */
export interface Net {
  readonly hidden: Dense;
  readonly output: Dense;
}

/** A training without any regularization; checks change what they are about. */
export const PLAIN = {
  epochs: 60,
  seed: 1,
  lr: 0.3,
  batch: 10,
  dropout: 0,
  l1: 0,
  l2: 0,
  decay: { factor: 1, every: 1 },
  stopping: { patience: Infinity, minDelta: 0, restore: false },
};

/** Normal numbers, `[rows, columns]`. */
export const drawRows = (stream: Stream, rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.normal()));

/** A network of few units, of which every number is drawn. */
export function drawNet(stream: Stream): Net {
  const [inputs, units, outputs] = [2, 3, 2].map((least) => least + stream.integer(3)) as [
    number,
    number,
    number,
  ];
  const draw = (rows: number, columns: number): Dense => ({
    w: drawRows(stream, rows, columns),
    b: drawRows(stream, 1, columns)[0]!,
  });
  return { hidden: draw(inputs, units), output: draw(units, outputs) };
}

function weightedSums({ w, b }: Dense, x: readonly number[]): number[] {
  return b.map((bias, unit) => x.reduce((sum, value, input) => sum + value * w[input]![unit]!, bias));
}

/** Hidden values and probabilities of one digit, computed here. */
function answerOf(net: Net, pixels: readonly number[]) {
  const hidden = weightedSums(net.hidden, pixels).map((z) => (z > 0 ? z : 0));
  const logits = weightedSums(net.output, hidden);
  const top = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
  return { hidden, probabilities: logits.map((logit) => Math.exp(logit - top) / total) };
}

/** The mean cross-entropy of digits: what a submission says of its own losses proves nothing. */
export function crossEntropyOf(net: Net, { pixels, labels }: Digits): number {
  const sum = pixels.reduce((so, own, i) => {
    return so - Math.log(Math.max(1e-12, answerOf(net, own).probabilities[labels[i]!]!));
  }, 0);
  return sum / labels.length;
}

/** The gradient of the mean cross-entropy of digits. */
export function slopesOf(net: Net, { pixels, labels }: Digits): Net {
  const share = 1 / labels.length;
  const singles = pixels.map((own, i) => {
    const { hidden, probabilities } = answerOf(net, own);
    const behind = probabilities.map((p, digit) => share * (digit === labels[i] ? p - 1 : p));
    const before = net.output.w.map((row, unit) =>
      hidden[unit]! > 0 ? row.reduce((sum, weight, digit) => sum + weight * behind[digit]!, 0) : 0,
    );
    return { own, hidden, before, behind };
  });
  const outer = (
    inputs: (one: (typeof singles)[0]) => readonly number[],
    side: 'before' | 'behind',
    shape: Dense,
  ) => ({
    w: shape.w.map((row, j) =>
      row.map((_, k) => singles.reduce((sum, one) => sum + inputs(one)[j]! * one[side][k]!, 0)),
    ),
    b: shape.b.map((_, k) => singles.reduce((sum, one) => sum + one[side][k]!, 0)),
  });
  return {
    hidden: outer(({ own }) => own, 'before', net.hidden),
    output: outer(({ hidden }) => hidden, 'behind', net.output),
  };
}

/** All numbers of a network: weights and biases of the hidden layer, then of the output layer. */
export function numbersOf({ hidden, output }: Net): number[] {
  return [hidden, output].flatMap(({ w, b }) => [...w.flat(), ...b]);
}

/** A network of the same form, number for number made of those of one or two networks. */
export function combined(net: Net, other: Net, make: (one: number, another: number) => number): Net {
  const layers = (['hidden', 'output'] as const).map((name) => ({
    w: net[name].w.map((row, j) => row.map((value, k) => make(value, other[name].w[j]![k]!))),
    b: net[name].b.map((value, k) => make(value, other[name].b[k]!)),
  }));
  return { hidden: layers[0]!, output: layers[1]! };
}

/** The largest distance between two networks in any of their numbers. */
export function distanceOf(net: Net, other: Net): number {
  const others = numbersOf(other);
  return Math.max(...numbersOf(net).map((value, i) => Math.abs(value - others[i]!)));
}
