import { exercise, expect, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import { NAMES, probabilitiesOf, valuesOf, type Name } from './reference.ts';

const BENT = ['elu', 'softplus', 'gelu'] as const;
const S_SHAPED = ['sigmoid', 'tanh'] as const;

/** Inputs on both sides of 0, some near and some nearly as far as `size`, but none so near that a difference crosses a kink. */
function drawInputs(stream: Stream, count: number, size: number): number[] {
  const drawOne = (i: number) => 0.05 + (size * (i + stream.uniform())) / count;
  return Array.from({ length: count }, (_, i) => (i % 2 === 0 ? drawOne(i) : -drawOne(i)));
}

/** Scores of so many classes, of both signs. */
function drawScores(stream: Stream, classes: number): number[] {
  return Array.from({ length: classes }, (_, i) => (i % 2 === 0 ? -1 : 1) * (0.5 + 2 * stream.uniform()));
}

exercise('12-activations', exports, ({ check, student, stream }) => {
  const valueOf = async (name: Name, x: number): Promise<number> => (await student[name](x)).value;

  // TensorFlow.js computes in float32: the solution is within 7e-7 of it for 120,000 inputs between -6.05 and 6.05 (wasm).
  async function expectValues(names: readonly Name[], xs: readonly number[]): Promise<void> {
    for (const name of names) {
      const references = await valuesOf(name, xs);
      for (const [i, x] of xs.entries()) {
        expect(await valueOf(name, x), `the value of ${name}(${x})`).toBeCloseTo(references[i]!, 4);
      }
    }
  }

  async function expectSlopes(names: readonly Name[], xs: readonly number[]): Promise<void> {
    for (const name of names) {
      for (const x of xs) {
        const { slope } = await student[name](x);
        await expect(slope, `the slope of ${name}(${x})`).toMatchFiniteDifferences(
          (beside) => valueOf(name, beside),
          x,
        );
      }
    }
  }

  check(
    'straight pieces anywhere',
    { task: 1, points: 2, hint: 'Small inputs, large ones, and a leak of any size: is each of them used?' },
    async () => {
      const random = stream('straight');
      const xs = [...drawInputs(random, 4, 0.2), ...drawInputs(random, 4, 6)];
      const names = ['step', 'identity', 'relu', 'leakyRelu'] as const;
      await expectValues(names, xs);
      await expectSlopes(names, xs);
      const leak = 0.05 + 0.3 * random.uniform();
      for (const x of xs) {
        const { value, slope } = await student.leakyRelu(x, leak);
        expect(value, `the value of leakyRelu with the leak ${leak}`).toBeCloseTo(x > 0 ? x : leak * x, 6);
        expect(slope, `the slope of leakyRelu with the leak ${leak}`).toBeCloseTo(x > 0 ? 1 : leak, 6);
      }
    },
  );

  check(
    'values of the S curves anywhere',
    { task: 2, points: 2, hint: 'The curves come near their limits, but reach them nowhere near 0.' },
    () => expectValues(S_SHAPED, drawInputs(stream('S values'), 12, 6)),
  );

  check(
    'slopes of the S curves anywhere',
    {
      task: 2,
      points: 2,
      hint: 'Both slopes can be written with the value alone: no other power of e is needed.',
    },
    () => expectSlopes(S_SHAPED, drawInputs(stream('S slopes'), 8, 5)),
  );

  check(
    'values of the bent curves anywhere',
    {
      task: 3,
      points: 2,
      hint: 'Compare with the formula at a few inputs between 1 and 6, on both sides of 0.',
    },
    () => expectValues(BENT, drawInputs(stream('bent values'), 12, 6)),
  );

  check(
    'slopes of the bent curves anywhere',
    {
      task: 3,
      points: 3,
      hint: 'A product of two functions of x has a derivative of two terms. And which curve from 0 to 1 have you met already?',
    },
    () => expectSlopes(BENT, drawInputs(stream('bent slopes'), 8, 5)),
  );

  check(
    'softmax of any scores',
    {
      task: 4,
      points: 2,
      hint: 'Any number of scores, of both signs. Adding the same number to all of them must change nothing.',
    },
    async () => {
      const random = stream('softmax');
      for (const classes of [2, 4, 7]) {
        const scores = drawScores(random, classes);
        const shift = 20 * random.normal();
        const probabilities = await student.softmax(scores);
        const shifted = await student.softmax(scores.map((score) => score + shift));
        const references = await probabilitiesOf(scores);
        expect(probabilities, 'what softmax returns').toHaveLength(scores.length);
        references.forEach((reference, i) => {
          expect(probabilities[i], `probability ${i}`).toBeCloseTo(reference, 5);
          expect(shifted[i], `probability ${i} after adding the same to all scores`).toBeCloseTo(
            reference,
            5,
          );
        });
        const total = probabilities.reduce((sum, probability) => sum + probability, 0);
        expect(total, 'the sum of the probabilities').toBeCloseTo(1, 9);
      }
    },
  );

  check(
    'derivatives of softmax by finite differences',
    {
      task: 4,
      points: 2,
      after: ['softmax of any scores'],
      hint: 'Column j asks what score j does to all probabilities. Their sum stays 1: what must a column, and a row, add up to?',
    },
    async () => {
      const scores = drawScores(stream('jacobian'), 4);
      const rows = await student.softmaxJacobian(scores);
      expect(rows, 'the list of rows').toHaveLength(scores.length);
      for (const [i, row] of rows.entries()) {
        await expect(row, `row ${i}`).toMatchFiniteDifferences(
          async (beside) => (await student.softmax(beside))[i]!,
          scores,
        );
        const total = row.reduce((sum, slope) => sum + slope, 0);
        expect(total, `the sum of row ${i}`).toBeCloseTo(0, 9);
      }
    },
  );

  check(
    'slope through any chain',
    {
      task: 5,
      points: 2,
      hint: 'Each layer is the activation that was asked for, at the value of the layer before; all slopes are multiplied.',
    },
    async () => {
      const random = stream('chain');
      for (const name of NAMES) {
        const x = 0.2 + random.uniform();
        const layers = 3 + random.integer(4);
        let product = 1;
        let input = x;
        for (let layer = 0; layer < layers; layer++) {
          const { value, slope } = await student[name](input);
          product *= slope;
          input = value;
        }
        const slope = await student.slopeThrough(name, x, layers);
        expect(slope, `the slope through ${layers} layers of ${name}`).toBeCloseTo(product, 6);
      }
      expect(await student.slopeThrough('tanh', 1, 0), 'the slope through no layer').toBeCloseTo(1, 9);
    },
  );
});
