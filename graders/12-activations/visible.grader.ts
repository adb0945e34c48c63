import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

interface Activated {
  readonly value: number;
  readonly slope: number;
}

/** Compares what an activation gives with what it should give, to six decimal places. */
function expectActivated(activated: Activated, call: string, value: number, slope: number): void {
  expect(activated.value, `the value of ${call}`).toBeCloseTo(value, 6);
  expect(activated.slope, `the slope of ${call}`).toBeCloseTo(slope, 6);
}

exercise('12-activations', exports, ({ check, student }) => {
  check(
    'four functions of straight pieces',
    {
      task: 1,
      points: 2,
      hint: 'On which side of 0 is x? What comes out there, and by how much does it change when x grows by a little?',
    },
    async () => {
      expectActivated(await student.step(3), 'step(3)', 1, 0);
      expectActivated(await student.step(-2), 'step(-2)', 0, 0);
      expectActivated(await student.identity(3), 'identity(3)', 3, 1);
      expectActivated(await student.identity(-2), 'identity(-2)', -2, 1);
      expectActivated(await student.relu(3), 'relu(3)', 3, 1);
      expectActivated(await student.relu(-2), 'relu(-2)', 0, 0);
      expectActivated(await student.leakyRelu(3), 'leakyRelu(3)', 3, 1);
      expectActivated(await student.leakyRelu(-2), 'leakyRelu(-2)', -0.02, 0.01);
    },
  );

  check(
    'straight pieces at 0',
    { task: 1, points: 1, hint: 'At the jump and at the kinks, 0 belongs to the left piece.' },
    async () => {
      expectActivated(await student.step(0), 'step(0)', 0, 0);
      expectActivated(await student.relu(0), 'relu(0)', 0, 0);
      expectActivated(await student.leakyRelu(0), 'leakyRelu(0)', 0, 0.01);
    },
  );

  check(
    'sigmoid and tanh at 0 and 2',
    {
      task: 2,
      points: 2,
      hint: 'Both slopes are largest at 0: one quarter, and 1. The values at 2 say whether the curve is the right one.',
    },
    async () => {
      expectActivated(await student.sigmoid(0), 'sigmoid(0)', 0.5, 0.25);
      expectActivated(await student.tanh(0), 'tanh(0)', 0, 1);
      expect((await student.sigmoid(2)).value, 'the value of sigmoid(2)').toBeCloseTo(0.880797, 5);
      expect((await student.tanh(2)).value, 'the value of tanh(2)').toBeCloseTo(0.964028, 5);
    },
  );

  check(
    'no NaN at 1000 and -1000',
    {
      task: 2,
      points: 2,
      hint: 'Which power of e is too large for a number, and which one merely becomes 0? Infinity divided by Infinity is NaN.',
    },
    async () => {
      expectActivated(await student.sigmoid(1000), 'sigmoid(1000)', 1, 0);
      expectActivated(await student.sigmoid(-1000), 'sigmoid(-1000)', 0, 0);
      expectActivated(await student.tanh(1000), 'tanh(1000)', 1, 0);
      expectActivated(await student.tanh(-1000), 'tanh(-1000)', -1, 0);
    },
  );

  check(
    'elu, softplus and gelu near 0',
    {
      task: 3,
      points: 1,
      hint: 'Put x = 0 into the formulas first, then 1, then -1: e to the power -1 is 0.3679.',
    },
    async () => {
      expectActivated(await student.elu(0), 'elu(0)', 0, 1);
      expectActivated(await student.softplus(0), 'softplus(0)', 0.69314718, 0.5);
      expectActivated(await student.gelu(0), 'gelu(0)', 0, 0.5);
      expect((await student.elu(1)).value, 'the value of elu(1)').toBeCloseTo(1, 5);
      expect((await student.elu(-1)).value, 'the value of elu(-1)').toBeCloseTo(-0.632121, 5);
      expect((await student.softplus(1)).value, 'the value of softplus(1)').toBeCloseTo(1.313262, 5);
      expect((await student.softplus(-1)).value, 'the value of softplus(-1)').toBeCloseTo(0.313262, 5);
      expect((await student.gelu(1)).value, 'the value of gelu(1)').toBeCloseTo(0.841345, 5);
      expect((await student.gelu(-1)).value, 'the value of gelu(-1)').toBeCloseTo(-0.158655, 5);
    },
  );

  check(
    'bent slopes at 1 and -1',
    {
      task: 3,
      points: 1,
      hint: 'A product of two functions of x has a derivative of two terms: the slope of gelu is above 1 at 1, and below 0 at -1.',
    },
    async () => {
      for (const [name, left, right] of [
        ['elu', 0.367879, 1],
        ['softplus', 0.268941, 0.731059],
        ['gelu', -0.083315, 1.083315],
      ] as const) {
        expect((await student[name](1)).slope, `the slope of ${name}(1)`).toBeCloseTo(right, 5);
        expect((await student[name](-1)).slope, `the slope of ${name}(-1)`).toBeCloseTo(left, 5);
      }
    },
  );

  check(
    'bent curves at 1000 and -1000',
    {
      task: 3,
      points: 1,
      hint: 'Far from 0 all three are relu. Can ln(1 + e^x) be written so that e gets no positive power?',
    },
    async () => {
      expectActivated(await student.elu(1000), 'elu(1000)', 1000, 1);
      expectActivated(await student.elu(-1000), 'elu(-1000)', -1, 0);
      expectActivated(await student.softplus(1000), 'softplus(1000)', 1000, 1);
      expectActivated(await student.softplus(-1000), 'softplus(-1000)', 0, 0);
      expectActivated(await student.gelu(1000), 'gelu(1000)', 1000, 1);
      expectActivated(await student.gelu(-1000), 'gelu(-1000)', 0, 0);
    },
  );

  check(
    'probabilities of three scores',
    { task: 4, points: 1, hint: 'e to the power of each score, then each divided by the sum of all.' },
    async () => {
      const probabilities = await student.softmax([1, 2, 3]);
      expect(probabilities, 'softmax([1, 2, 3])').toHaveLength(3);
      [0.09003057, 0.24472847, 0.66524096].forEach((expected, i) => {
        expect(probabilities[i], `probability ${i} of softmax([1, 2, 3])`).toBeCloseTo(expected, 6);
      });
    },
  );

  check(
    'scores of ten thousand',
    {
      task: 4,
      points: 2,
      after: ['probabilities of three scores'],
      hint: 'What happens to the probabilities when the same number is subtracted from all scores? Which number would help here?',
    },
    async () => {
      for (const scores of [
        [10000, 10001],
        [-10000, -9999],
      ]) {
        const [first, second] = await student.softmax(scores);
        expect(first, `probability 0 of softmax([${scores.join(', ')}])`).toBeCloseTo(0.26894142, 6);
        expect(second, `probability 1 of softmax([${scores.join(', ')}])`).toBeCloseTo(0.73105858, 6);
      }
      const [low, high] = await student.softmax([-10000, 10000]);
      expect(low, 'probability 0 of softmax([-10000, 10000])').toBeCloseTo(0, 6);
      expect(high, 'probability 1 of softmax([-10000, 10000])').toBeCloseTo(1, 6);
    },
  );

  check(
    'derivatives at two equal scores',
    {
      task: 4,
      points: 1,
      hint: 'A higher score makes its own probability larger, and takes as much from the other.',
    },
    async () => {
      const rows = await student.softmaxJacobian([0, 0]);
      expect(rows, 'the list of rows').toHaveLength(2);
      rows.forEach((row, i) => {
        expect(row, `row ${i}`).toHaveLength(2);
        row.forEach((slope, j) => {
          expect(slope, `row ${i}, column ${j}`).toBeCloseTo(i === j ? 0.25 : -0.25, 6);
        });
      });
    },
  );

  check(
    'a row of derivatives at scores 1, 2, 3',
    {
      task: 4,
      points: 1,
      after: ['probabilities of three scores'],
      hint: 'Row 0 is about probability 0 alone, 0.0900: what do the scores 0, 1 and 2 do to it?',
    },
    async () => {
      const [row] = await student.softmaxJacobian([1, 2, 3]);
      expect(row, 'row 0').toBeCloseToTensor([0.0819251, -0.022033, -0.059892], { absolute: 1e-6 });
    },
  );

  check(
    'slope through two sigmoids',
    {
      task: 5,
      points: 1,
      after: ['sigmoid and tanh at 0 and 2'],
      hint: 'The second layer gets the value of the first one as its input; its slope there is another.',
    },
    async () => {
      expect(await student.slopeThrough('sigmoid', 0, 1), "slopeThrough('sigmoid', 0, 1)").toBeCloseTo(
        0.25,
        6,
      );
      expect(await student.slopeThrough('sigmoid', 0, 2), "slopeThrough('sigmoid', 0, 2)").toBeCloseTo(
        0.05875093,
        6,
      );
    },
  );

  check(
    'what twenty layers leave of a slope',
    {
      task: 5,
      points: 1,
      after: ['slope through two sigmoids', 'four functions of straight pieces'],
      hint: 'No slope of sigmoid is above one quarter; that of relu is 1 as long as its input is positive.',
    },
    async () => {
      const vanished = await student.slopeThrough('sigmoid', 0, 20);
      expect(vanished, "slopeThrough('sigmoid', 0, 20)").toBeGreaterThan(0);
      expect(vanished, "slopeThrough('sigmoid', 0, 20)").toBeLessThan(1e-12);
      expect(await student.slopeThrough('relu', 2, 20), "slopeThrough('relu', 2, 20)").toBeCloseTo(1, 6);
      expect(await student.slopeThrough('relu', -2, 20), "slopeThrough('relu', -2, 20)").toBeCloseTo(0, 6);
    },
  );
});
