import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The four points of a logic gate, in the order of its truth table. */
const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const gate = (labels: readonly number[]) => ({ xs: corners, labels });

/** What training needs. */
const RULE = [
  'answers of an AND gate',
  'a point that should have fired',
  'a point that should not have fired',
  'no change where the answer is right',
];

exercise('05-perceptron', exports, ({ check, student }) => {
  check(
    'answers of an AND gate',
    { task: 1, points: 2, hint: 'Write down w·x + b for each corner of the square: which are above 0?' },
    async () => {
      const answers: number[] = [];
      for (const x of corners) answers.push(await student.output([2, 2], -3, x));
      expect(answers, 'the answers for (0,0), (0,1), (1,0), (1,1)').toEqual([0, 0, 0, 1]);
    },
  );

  check(
    'the answer right at the threshold',
    { task: 1, points: 1, hint: 'The neuron fires when the sum is above 0. Is 0 above 0?' },
    async () => {
      expect(await student.output([1, -1], 0, [3, 3]), 'the answer where w·x + b is 0').toBe(0);
    },
  );

  check(
    'a point that should have fired',
    { task: 2, points: 2, hint: 'label − output is 1: towards the point. The bias moves too.' },
    async () => {
      const { w, b } = await student.update({ w: [0, 0], b: 0 }, [1, 2], 1, 0.5);
      expect(w, 'the new weights').toEqual([0.5, 1]);
      expect(b, 'the new bias').toBe(0.5);
    },
  );

  check(
    'a point that should not have fired',
    { task: 2, points: 2, hint: 'label − output is −1: away from the point. The bias moves too.' },
    async () => {
      const { w, b } = await student.update({ w: [1, 1], b: 0 }, [1, 2], 0, 0.5);
      expect(w, 'the new weights').toEqual([0.5, 0]);
      expect(b, 'the new bias').toBe(-0.5);
    },
  );

  check(
    'no change where the answer is right',
    { task: 2, points: 1, hint: 'What is label − output when both are 1?' },
    async () => {
      const { w, b } = await student.update({ w: [1, 1], b: -1 }, [1, 2], 1, 0.5);
      expect(w, 'the weights after a right answer').toEqual([1, 1]);
      expect(b, 'the bias after a right answer').toBe(-1);
    },
  );

  check(
    'learns OR in 4 updates',
    {
      task: 3,
      points: 2,
      after: RULE,
      hint: 'Follow the table in the lesson, line by line. Which line is the first that differs from yours?',
    },
    async () => {
      const { w, b, updates, converged } = await student.train(gate([0, 1, 1, 1]), { lr: 1, maxEpochs: 20 });
      expect(updates, 'the number of updates').toBe(4);
      expect(w, 'the weights').toEqual([1, 1]);
      expect(b, 'the bias').toBeCloseTo(0, 6);
      expect(converged, '"converged"').toBe(true);
    },
  );

  check(
    'learns AND in 10 updates',
    {
      task: 3,
      points: 2,
      after: RULE,
      hint: 'It takes 6 epochs, the last one without a mistake. Does every epoch see every point, with the weights as they are now?',
    },
    async () => {
      const { w, b, updates, converged } = await student.train(gate([0, 0, 0, 1]), { lr: 1, maxEpochs: 20 });
      expect(updates, 'the number of updates').toBe(10);
      expect(w, 'the weights').toEqual([2, 1]);
      expect(b, 'the bias').toBe(-2);
      expect(converged, '"converged"').toBe(true);
    },
  );

  check(
    'gives up on XOR',
    {
      task: 3,
      points: 2,
      after: RULE,
      timeout: 2,
      hint: 'No line separates XOR, so there is a mistake in every epoch. What ends the loop then, and what is "converged"?',
    },
    async () => {
      const { converged, updates } = await student.train(gate([0, 1, 1, 0]), { lr: 1, maxEpochs: 100 });
      expect(converged, '"converged" on XOR').toBe(false);
      expect(updates, 'the updates in 100 epochs with a mistake in each').toBeGreaterThanOrEqual(100);
    },
  );

  check(
    'a point on the boundary',
    { task: 4, points: 1, hint: 'x1 + 2·x2 − 4 = 0, and x1 is 2. What is x2?' },
    async () => {
      expect(await student.boundary([1, 2], -4, 2), 'boundary([1, 2], -4, 2)').toBeCloseTo(1, 6);
    },
  );

  check(
    'the bound for OR',
    {
      task: 5,
      points: 2,
      hint: 'The farthest corner has R² = 1 + 1 + 1. The sums w·x + b are −1, 1, 1, 3: what is the smallest margin?',
    },
    async () => {
      const bound = await student.updateBound(gate([0, 1, 1, 1]), { w: [2, 2], b: -1 });
      expect(bound, 'the bound').toBeCloseTo(27, 4);
    },
  );
});
