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

/** The share of right answers: what a submission says of its own accuracy proves nothing. */
export function accuracyOf(net: Net, { pixels, labels }: Digits): number {
  const named = pixels.map((own) => {
    const { probabilities } = answerOf(net, own);
    return probabilities.indexOf(Math.max(...probabilities));
  });
  return named.filter((digit, i) => digit === labels[i]).length / labels.length;
}

/** The gradients of the cross-entropies of digits, added up. */
export function slopesOf(net: Net, { pixels, labels }: Digits): Net {
  const singles = pixels.map((own, i) => {
    const { hidden, probabilities } = answerOf(net, own);
    const behind = probabilities.map((p, digit) => (digit === labels[i] ? p - 1 : p));
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

/** A network of the same form, number for number made of those of one or two networks. */
export function combined(net: Net, other: Net, make: (one: number, another: number) => number): Net {
  const layers = (['hidden', 'output'] as const).map((name) => ({
    w: net[name].w.map((row, j) => row.map((value, k) => make(value, other[name].w[j]![k]!))),
    b: net[name].b.map((value, k) => make(value, other[name].b[k]!)),
  }));
  return { hidden: layers[0]!, output: layers[1]! };
}

/** All numbers of a network. */
function numbersOf({ hidden, output }: Net): number[] {
  return [hidden, output].flatMap(({ w, b }) => [...w.flat(), ...b]);
}

/** The network after a step of gradient descent. */
export function stepped(net: Net, slopes: Net, lr: number): Net {
  return combined(net, slopes, (value, slope) => value - lr * slope);
}

/** The largest distance between two networks in any of their numbers. */
export function distanceOf(net: Net, other: Net): number {
  const others = numbersOf(other);
  return Math.max(...numbersOf(net).map((value, i) => Math.abs(value - others[i]!)));
}

/** A network of a few units with numbers that are drawn. */
export function drawNet(stream: Stream): Net {
  const [inputs, units, outputs] = [2, 3, 2].map((least) => least + stream.integer(3)) as [
    number,
    number,
    number,
  ];
  const row = (length: number) => Array.from({ length }, () => stream.normal());
  const draw = (rows: number, columns: number): Dense => ({
    w: Array.from({ length: rows }, () => row(columns)),
    b: row(columns),
  });
  return { hidden: draw(inputs, units), output: draw(units, outputs) };
}
