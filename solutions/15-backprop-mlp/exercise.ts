import { TodoError } from 'descent';

/** A dense layer: `w[j][k]` leads from input j to unit k, so w is [inputs, units]; b is [units]. */
export interface Layer {
  readonly w: readonly (readonly number[])[];
  readonly b: readonly number[];
}

/** Two layers: tanh stands between them, nothing behind the second. A gradient has the same form, number for number. */
export interface Net {
  readonly first: Layer;
  readonly second: Layer;
}

/** Samples: a row of inputs in `xs` for each row of wanted outputs in `ts`. */
export interface Data {
  readonly xs: readonly (readonly number[])[];
  readonly ts: readonly (readonly number[])[];
}

/** What a net makes of one sample: what the hidden units say, and the outputs. */
export interface Answer {
  readonly h: number[];
  readonly y: number[];
}

/** All numbers of a net, one after the other: first.w row by row, first.b, second.w, second.b. Given, for tasks 4 to 6. */
export function numbersOf({ first, second }: Net): number[] {
  return [first, second].flatMap(({ w, b }) => [...w.flat(), ...b]);
}

/** A net of the same form with other numbers, in the order of numbersOf. Given, for tasks 4 to 6. */
export function withNumbers(net: Net, numbers: readonly number[]): Net {
  let next = 0;
  const take = (old: readonly number[]) => old.map(() => numbers[next++]!);
  const fill = ({ w, b }: Layer): Layer => ({ w: w.map(take), b: take(b) });
  return { first: fill(net.first), second: fill(net.second) };
}

/**
 * Task 1. One dense layer: unit k gives b[k] + Σⱼ x[j]·w[j][k].
 * @param x [inputs]
 * @returns [units]
 */
export function dense({ w, b }: Layer, x: readonly number[]): number[] {
  // BEGIN SOLUTION
  return b.map((bias, k) => x.reduce((sum, value, j) => sum + value * w[j]![k]!, bias));
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: one dense layer');
}

/**
 * Task 1. The whole net for one sample: dense, tanh, dense.
 * @param x [inputs]
 * @returns { h: the hidden values after tanh, y: the outputs }
 */
export function forward(net: Net, x: readonly number[]): Answer {
  // BEGIN SOLUTION
  const h = dense(net.first, x).map(Math.tanh);
  return { h, y: dense(net.second, h) };
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: dense, tanh, dense');
}

/**
 * Task 2. The squared errors of a sample, summed over the outputs; the mean of that over the samples.
 * @returns one number
 */
export function loss(net: Net, { xs, ts }: Data): number {
  // BEGIN SOLUTION
  let sum = 0;
  xs.forEach((x, i) => {
    forward(net, x).y.forEach((y, k) => (sum += (y - ts[i]![k]!) ** 2));
  });
  return sum / xs.length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: how wrong the net is');
}

/**
 * Task 3. The gradient of the loss of one sample, by the chain rule from the outputs back to the inputs.
 * @param x [inputs]
 * @param t [outputs], what is wanted
 * @returns for each number of the net the derivative of Σₖ (y[k] − t[k])² with respect to it
 */
export function backward(net: Net, x: readonly number[], t: readonly number[]): Net {
  // BEGIN SOLUTION
  const { h, y } = forward(net, x);
  const dy = y.map((value, k) => 2 * (value - t[k]!));
  const dz = h.map((value, j) => {
    const dh = dy.reduce((sum, d, k) => sum + d * net.second.w[j]![k]!, 0);
    return dh * (1 - value ** 2);
  });
  const products = (from: readonly number[], to: readonly number[]) => from.map((a) => to.map((d) => a * d));
  return { first: { w: products(x, dz), b: dz }, second: { w: products(h, dy), b: dy } };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the chain rule, from the outputs back');
}

/**
 * Task 4. The gradient of the loss of all samples, as in task 2.
 * @returns the mean of the gradients of the single samples
 */
export function gradients(net: Net, { xs, ts }: Data): Net {
  // BEGIN SOLUTION
  const singles = xs.map((x, i) => numbersOf(backward(net, x, ts[i]!)));
  const mean = (p: number) => singles.reduce((sum, single) => sum + single[p]!, 0) / singles.length;
  return withNumbers(
    net,
    numbersOf(net).map((_, p) => mean(p)),
  );
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: the gradient of many samples');
}

/**
 * Task 5. How far a claimed gradient is from central differences of the loss.
 * @param claimed somebody's gradient of loss(net, data)
 * @param h how far each number of the net is moved up, and down
 * @returns ‖claimed − measured‖ / (‖claimed‖ + ‖measured‖), where ‖ ‖ is the length over all numbers: from 0 to 1; 0 if both are 0
 */
export function gradCheck(net: Net, data: Data, claimed: Net, h: number): number {
  // BEGIN SOLUTION
  const at = numbersOf(net);
  const lossWith = (p: number, value: number) => loss(withNumbers(net, at.with(p, value)), data);
  const measured = at.map((value, p) => (lossWith(p, value + h) - lossWith(p, value - h)) / (2 * h));
  const own = numbersOf(claimed);
  const lengths = Math.hypot(...own) + Math.hypot(...measured);
  return lengths === 0 ? 0 : Math.hypot(...own.map((value, p) => value - measured[p]!)) / lengths;
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: compare a gradient with finite differences');
}

/**
 * Task 6. Gradient descent from the given net, with all samples at every step.
 * @returns the new net, and the losses: before the first step and after each
 */
export function train(
  net: Net,
  data: Data,
  { lr, steps }: { lr: number; steps: number },
): { net: Net; history: number[] } {
  // BEGIN SOLUTION
  let now = net;
  const history = [loss(now, data)];
  for (let i = 0; i < steps; i++) {
    const slopes = numbersOf(gradients(now, data));
    now = withNumbers(
      now,
      numbersOf(now).map((value, p) => value - lr * slopes[p]!),
    );
    history.push(loss(now, data));
  }
  return { net: now, history };
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: walk down');
}
