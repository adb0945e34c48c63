import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { drawNetwork, errorOf, xor } from './networks.ts';

/**
 * The network of the lesson. For the inputs 1 and 2 its hidden units say tanh(ln 2) = 0.6 and tanh(ln 3) = 0.8, and the
 * output is 0.1 + 2·0.6 − 0.8 = 0.5.
 */
const lesson = {
  first: {
    w: [
      [0.3, -0.5],
      [0.1, 0.5],
    ],
    b: [Math.LN2 - 0.5, Math.log(3) - 0.5],
  },
  second: { w: [[2], [-1]], b: [0.1] },
};
const samples = {
  xs: [
    [1, 2],
    [0, 0],
  ],
  ts: [[1], [0]],
};

/** What the gradient is built on. */
const FORWARD = ['one dense layer', 'the whole net'];

exercise('15-backprop-mlp', exports, ({ check, student, stream }) => {
  check(
    'one dense layer',
    { task: 1, points: 1, hint: 'Unit 0 uses column 0 of w: 1·10 + 2·20 + 3·30 and its bias.' },
    async () => {
      const w = [
        [10, 1],
        [20, 0],
        [30, -1],
      ];
      const units = await student.dense({ w, b: [0.5, -0.5] }, [1, 2, 3]);
      expect(units, 'what dense returns for three inputs and two units').toBeCloseToTensor([140.5, -2.5]);
    },
  );

  check(
    'the whole net',
    { task: 1, points: 2, hint: 'tanh comes once, between the two layers.', after: ['one dense layer'] },
    async () => {
      const { h, y } = await student.forward(lesson, [1, 2]);
      expect(h, 'h, the hidden values,').toBeCloseToTensor([0.6, 0.8]);
      expect(y, 'y, the outputs,').toBeCloseToTensor([0.5]);
    },
  );

  check(
    'the loss of one sample',
    { task: 2, points: 1, hint: 'The output is 0.5 where 1 is wanted.', after: FORWARD },
    async () => {
      const value = await student.loss(lesson, { xs: [[1, 2]], ts: [[1]] });
      expect(value, 'the loss of the sample').toBeCloseTo(0.25, 6);
    },
  );

  check(
    'gradient of the second layer',
    {
      task: 3,
      points: 3,
      after: FORWARD,
      hint: 'The slope at the output is 2·(0.5 − 1) = −1. What enters the weights of the second layer is h.',
    },
    async () => {
      const { second } = await student.backward(lesson, [1, 2], [1]);
      expect(second.w, 'second.w of the gradient').toBeCloseToTensor([[-0.6], [-0.8]]);
      expect(second.b, 'second.b of the gradient').toBeCloseToTensor([-1]);
    },
  );

  check(
    'gradient of the first layer',
    {
      task: 3,
      points: 4,
      after: ['gradient of the second layer'],
      hint: 'From the output back through second.w, then through tanh, whose slope is 1 − h². What enters first.w is x.',
    },
    async () => {
      const { first } = await student.backward(lesson, [1, 2], [1]);
      expect(first.b, 'first.b of the gradient').toBeCloseToTensor([-1.28, 0.36]);
      expect(first.w, 'first.w of the gradient').toBeCloseToTensor([
        [-1.28, 0.36],
        [-2.56, 0.72],
      ]);
    },
  );

  check(
    'the mean of two gradients',
    {
      task: 4,
      points: 2,
      after: ['gradient of the second layer', 'gradient of the first layer'],
      hint: 'The gradient of a mean is the mean of the gradients.',
    },
    async () => {
      const one = await student.backward(lesson, samples.xs[0], samples.ts[0]);
      const other = await student.backward(lesson, samples.xs[1], samples.ts[1]);
      const both = await student.gradients(lesson, samples);
      const half = (row: readonly number[], its: readonly number[]) =>
        row.map((slope, unit) => (slope + its[unit]!) / 2);
      expect(both.first.b, 'first.b').toBeCloseToTensor(half(one.first.b, other.first.b));
      expect(both.second.b, 'second.b').toBeCloseToTensor(half(one.second.b, other.second.b));
      for (const layer of ['first', 'second'] as const) {
        const rows = one[layer].w.map((row, input) => half(row, other[layer].w[input]!));
        expect(both[layer].w, `${layer}.w`).toBeCloseToTensor(rows);
      }
    },
  );

  // Nothing but zeros: the output is second.b, the loss (second.b − 1)², and every other number has slope 0.
  const flat = { first: { w: [[0]], b: [0] }, second: { w: [[0]], b: [0] } };
  const claim = (slope: number) => ({ first: { w: [[0]], b: [0] }, second: { w: [[0]], b: [slope] } });
  check(
    'right, twice, opposite',
    {
      task: 5,
      points: 2,
      after: ['the loss of one sample'],
      hint: 'The slope in second.b is −2, all others are 0. A claim of −4 is |−4 + 2| / (4 + 2) away.',
    },
    async () => {
      const sample = { xs: [[0]], ts: [[1]] };
      const judge = async (slope: number) => student.gradCheck(flat, sample, claim(slope), 0.01);
      expect(await judge(-2), 'what gradCheck returns for the right gradient').toBeCloseTo(0, 8);
      expect(await judge(-4), 'what gradCheck returns for twice the gradient').toBeCloseTo(1 / 3, 6);
      expect(await judge(2), 'what gradCheck returns for the opposite of the gradient').toBeCloseTo(1, 6);
    },
  );

  check(
    'one step',
    {
      task: 6,
      points: 2,
      after: ['gradient of the first layer'],
      hint: 'Each number of the net moves by lr times its own derivative, against it; the loss is noted before and after.',
    },
    async () => {
      const { net, history } = await student.train(
        lesson,
        { xs: [[1, 2]], ts: [[1]] },
        { lr: 0.1, steps: 1 },
      );
      expect(net.second.w, 'second.w after a step').toBeCloseToTensor([[2.06], [-0.92]]);
      expect(net.first.w, 'first.w after a step').toBeCloseToTensor([
        [0.428, -0.536],
        [0.356, 0.428],
      ]);
      expect(history, 'the history of one step').toHaveLength(2);
      expect(history[0], 'history[0], the loss before the step,').toBeCloseTo(0.25, 6);
      expect(history[1], 'history[1], the loss after the step,').toBeCloseTo(
        errorOf(net, { xs: [[1, 2]], ts: [[1]] }),
        6,
      );
    },
  );

  // The solution's loss from 300 random starts: all below 0.0003, where 0.05 is asked for (plain arithmetic, so no backend matters).
  check(
    'XOR with eight units',
    {
      task: 6,
      points: 2,
      after: ['one step'],
      partial: [
        [0.2, 1],
        [0.05, 2],
      ],
      hint: 'Are the gradients taken anew at every step, where the net is then?',
    },
    async () => {
      const start = drawNetwork(stream('xor'), [2, 8, 1]);
      const { net } = await student.train(start, xor, { lr: 0.1, steps: 500 });
      return errorOf(net, xor);
    },
  );
});
