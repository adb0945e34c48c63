import { createStream, exercise, expect } from 'descent/grading';
import { divideBirds, fiveNumbers, fourNumbers, speciesOf, withMasses, withSpecies } from './birds.ts';
import { exports } from './exports.ts';
import { crossEntropyOf, meanOf } from './judge.ts';

const small = [
  [1, 10],
  [2, 20],
  [3, 60],
];
const MEAN_AND_DEVIATION = 'mean and standard deviation';
const SCALED = 'scaled rows';
const UNSCALED = 'rows as they were';
const PROBABILITIES = 'three probabilities for each bird';

exercise('09-normalize', exports, ({ check, student }) => {
  // Everybody gets the same birds here; the hidden checks draw others.
  const birds = divideBirds(createStream(9).derive('visible'));
  const known = async () => {
    const { training } = await birds;
    return withSpecies(training);
  };

  check(
    MEAN_AND_DEVIATION,
    {
      task: 1,
      points: 1,
      hint: 'Is it a mean over the rows, for each column? Divided by n? Is the root taken?',
    },
    async () => {
      const { shift, scale } = await student.fitScaler(small, 'standard');
      expect(shift, 'shift').toBeCloseToTensor([2, 30], { absolute: 1e-6 });
      expect(scale, 'scale').toBeCloseToTensor([0.8165, 21.6025], { absolute: 1e-4 });
    },
  );

  check(
    'three times 0.1 has no spread',
    {
      task: 1,
      points: 1,
      hint: 'The mean of three 0.1 is 0.10000000000000002 here. How else can you see that all values of a column are equal?',
    },
    async () => {
      const rows = [
        [0.1, 1],
        [0.1, 2],
        [0.1, 3],
      ];
      const { shift, scale } = await student.fitScaler(rows, 'standard');
      expect(shift[0], 'the shift of 0.1, 0.1, 0.1').toBeCloseTo(0.1, 6);
      expect(scale[0], 'the scale of 0.1, 0.1, 0.1').toBe(0);
      expect(scale[1], 'the scale of 1, 2, 3 beside it').toBeCloseTo(0.8165, 4);
    },
  );

  check(
    'smallest value and range',
    { task: 1, points: 1, hint: 'How far is it from the smallest value to the largest?' },
    async () => {
      const { shift, scale } = await student.fitScaler(small, 'minMax');
      expect(shift, 'shift').toEqual([1, 10]);
      expect(scale, 'scale').toEqual([2, 50]);
    },
  );

  check(
    'the mean, and nothing at all',
    { task: 1, points: 1, hint: 'Which shift changes nothing, and which scale?' },
    async () => {
      const divided = await student.fitScaler(small, 'mean');
      expect(divided.shift, 'shift of "mean"').toEqual([0, 0]);
      expect(divided.scale, 'scale of "mean"').toBeCloseToTensor([2, 30], { absolute: 1e-6 });
      const none = await student.fitScaler(small, 'none');
      expect(none.shift, 'shift of "none"').toEqual([0, 0]);
      expect(none.scale, 'scale of "none"').toEqual([1, 1]);
    },
  );

  check(SCALED, { task: 2, points: 1, hint: 'Is the shift subtracted before the division?' }, async () => {
    const scaled = await student.transform([[3, 10]], { shift: [2, 30], scale: [0.5, 20] });
    expect(scaled, 'what transform returns').toEqual([[2, -1]]);
  });

  check(
    'a column without spread becomes 0',
    { task: 2, points: 1, hint: 'What is 0 / 0 in JavaScript, and what is 2 / 0?' },
    async () => {
      const rows = [
        [5, 2],
        [7, 3],
      ];
      const scaled = await student.transform(rows, { shift: [5, 2], scale: [0, 2] });
      expect(scaled, 'what transform returns where the first scale is 0').toBeCloseToTensor(
        [
          [0, 0],
          [0, 0.5],
        ],
        { absolute: 1e-9 },
      );
    },
  );

  check(UNSCALED, { task: 2, points: 1, hint: 'Which operation comes first on the way back?' }, async () => {
    const rows = await student.inverse([[2, -1]], { shift: [2, 30], scale: [0.5, 20] });
    expect(rows, 'what inverse returns').toEqual([[3, 10]]);
  });

  check(
    'the valley of exercise 02',
    {
      task: 3,
      points: 2,
      hint: 'Its mean of x is 2, its mean of x² is 14/3. What are the two λ of this matrix?',
    },
    async () => {
      // (17/6 + √(265/36)) / (17/6 − √(265/36)), where the Hessian of exercise 02 is twice this matrix.
      expect(await student.conditionNumber([1, 2, 3]), 'the condition number of 1, 2, 3').toBeCloseTo(
        46.145,
        3,
      );
    },
  );

  check(
    'a round valley, and a trench without end',
    {
      task: 3,
      points: 1,
      hint: 'For −1 and 1 the mean is 0, and the mean square 1. Where all are equal, σ² has to be exactly 0.',
    },
    async () => {
      expect(await student.conditionNumber([-1, 1]), 'the condition number of −1, 1').toBeCloseTo(1, 6);
      for (const x of [5, 0.1]) {
        const condition = await student.conditionNumber([x, x, x]);
        expect(condition, `the condition number of ${x}, ${x}, ${x}`).toBe(Infinity);
      }
    },
  );

  check(
    PROBABILITIES,
    { task: 4, points: 1, hint: 'One row for each of the other birds, with three numbers that sum to 1.' },
    async () => {
      const others = fiveNumbers((await birds).judged.slice(0, 7));
      const { probabilities } = await student.classify(await known(), others, {
        kind: 'standard',
        epochs: 0,
        seed: 1,
      });
      expect(probabilities, 'the probabilities of 7 birds').toHaveShape([7, 3]);
      probabilities.forEach((row, bird) => {
        expect(Math.min(...row), `the least probability of bird ${bird}`).toBeGreaterThanOrEqual(0);
        expect(meanOf(row), `the mean of the probabilities of bird ${bird}`).toBeCloseTo(1 / 3, 4);
      });
    },
  );

  check(
    'a bird among giants',
    {
      task: 4,
      points: 1,
      after: [MEAN_AND_DEVIATION, SCALED, PROBABILITIES],
      hint: 'What is said of a bird must not depend on the birds that are asked about beside it. Which birds may the scaler see?',
    },
    async () => {
      const [bird] = fiveNumbers((await birds).judged);
      const giant = bird!.map((value) => 10 * value);
      // Without any training, which makes no difference here: the same network gets the same bird twice.
      const options = { kind: 'standard', epochs: 0, seed: 3 };
      const alone = await student.classify(await known(), [bird!, bird!], options);
      const among = await student.classify(await known(), [bird!, giant], options);
      const name = 'the probabilities of a bird, with a giant beside it';
      expect(among.probabilities[0], name).toBeCloseToTensor(alone.probabilities[0]!, { absolute: 1e-4 });
    },
  );

  check(
    'the loss falls by half',
    {
      task: 4,
      points: 1,
      after: [MEAN_AND_DEVIATION, SCALED, PROBABILITIES],
      hint: 'Is each label a 1 at its own place? Are inputs and targets those of the same birds?',
    },
    async () => {
      const { judged } = await birds;
      const labels = speciesOf(judged);
      const lossAfter = async (epochs: number) => {
        const options = { kind: 'standard', epochs, seed: 3 };
        const { probabilities } = await student.classify(await known(), fiveNumbers(judged), options);
        expect(probabilities, 'the probabilities of 60 birds').toHaveShape([60, 3]);
        return crossEntropyOf(probabilities, labels);
      };
      const [start, end] = [await lossAfter(0), await lossAfter(10)];
      expect(end / start, 'the loss after 10 epochs, as a share of the loss before,').toBeLessThanOrEqual(
        0.5,
      );
    },
  );

  check(
    'masses of birds, in grams',
    {
      task: 5,
      points: 2,
      after: [MEAN_AND_DEVIATION, SCALED, UNSCALED],
      hint: 'learn gives rows of one number, around 0 on the scale of the masses. Which scaler takes them back to grams?',
    },
    async () => {
      const { training, judged } = await birds;
      const data = withMasses(training);
      const options = { kind: 'standard', epochs: 3, seed: 3 };
      const masses = await student.weigh(data, fourNumbers(judged), options);
      expect(masses, 'the masses of 60 birds').toHaveLength(60);
      const mean = meanOf(masses);
      expect(mean, 'the mean mass after 3 epochs').toBeGreaterThan(3000);
      expect(mean, 'the mean mass after 3 epochs').toBeLessThan(6000);
    },
  );
});
