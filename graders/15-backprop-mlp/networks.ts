import type { Stream } from 'descent/grading';

type Rows = readonly (readonly number[])[];

/** A dense layer: weights [inputs, units], biases [units]. */
interface Layer {
  readonly w: Rows;
  readonly b: readonly number[];
}

/** A network of two layers, or a gradient of it. */
export interface Network {
  readonly first: Layer;
  readonly second: Layer;
}

/** Inputs and wanted outputs. */
export interface Samples {
  readonly xs: Rows;
  readonly ts: Rows;
}

/** The four corners of XOR. */
export const xor: Samples = {
  xs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  ts: [[0], [1], [1], [0]],
};

/** Rows of normal numbers. */
export function drawRows(stream: Stream, rows: number, columns: number, spread = 1): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => spread * stream.normal()));
}

/** A network whose numbers are all drawn, biases included. */
export function drawNetwork(
  stream: Stream,
  [inputs, units, outputs]: readonly [inputs: number, units: number, outputs: number],
  spread = 0.5,
): Network {
  const layer = (width: number, size: number): Layer => ({
    w: drawRows(stream, width, size, spread),
    b: drawRows(stream, 1, size, spread)[0]!,
  });
  return { first: layer(inputs, units), second: layer(units, outputs) };
}

/** What comes out of a network. Computed here: what a submission says about its own network proves nothing. */
export function outputsOf({ first, second }: Network, inputs: readonly number[]): Float64Array {
  const answers = Float64Array.from(second.b);
  for (let unit = 0; unit < first.b.length; unit++) {
    let net = first.b[unit]!;
    for (let input = 0; input < inputs.length; input++) net += first.w[input]![unit]! * inputs[input]!;
    const said = Math.tanh(net);
    for (let output = 0; output < answers.length; output++) {
      answers[output]! += said * second.w[unit]![output]!;
    }
  }
  return answers;
}

/** The squared errors, summed over the outputs, and their mean over the samples. */
export function errorOf(network: Network, { xs, ts }: Samples): number {
  let total = 0;
  for (const [row, wanted] of ts.entries()) {
    const outputs = outputsOf(network, xs[row]!);
    for (const [output, target] of wanted.entries()) total += (target - outputs[output]!) ** 2 / ts.length;
  }
  return total;
}

/** How many corners of XOR a network is right about, where 0.5 and more means 1. */
export function rightCorners(network: Network): number {
  return xor.xs.filter((corner, row) => outputsOf(network, corner)[0]! >= 0.5 === (xor.ts[row]![0] === 1))
    .length;
}
