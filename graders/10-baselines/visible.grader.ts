import { createStream, exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

const SIX = ['Adelie', 'Gentoo', 'Chinstrap', 'Gentoo', 'Adelie', 'Gentoo'];

exercise('10-baselines', exports, ({ check, student }) => {
  check(
    'the most frequent label',
    { task: 1, points: 1, hint: 'Count each label. Which count is the largest?' },
    async () => {
      expect(await student.majority(SIX), 'the majority of 2 Adelie, 3 Gentoo, 1 Chinstrap').toBe('Gentoo');
    },
  );

  check(
    'a tie goes to the first',
    { task: 1, points: 1, hint: 'Both are as frequent. Which of them comes first in the list?' },
    async () => {
      const labels = ['Gentoo', 'Adelie', 'Adelie', 'Gentoo'];
      expect(await student.majority(labels), 'the majority of 2 Gentoo and 2 Adelie').toBe('Gentoo');
    },
  );

  check(
    'the share of right answers',
    { task: 1, points: 1, hint: 'How many of the six are right, and what share is that?' },
    async () => {
      const always = SIX.map(() => 'Gentoo');
      expect(await student.accuracy(always, SIX), 'the accuracy of always "Gentoo"').toBeCloseTo(0.5, 6);
    },
  );

  check(
    'the mean of three masses',
    { task: 2, points: 1, hint: 'Add them up and divide by their number.' },
    async () => {
      const mean = await student.meanPredictor([3000, 3600, 5700]);
      expect(mean, 'the mean of 3,000, 3,600 and 5,700 g').toBeCloseTo(4100, 6);
    },
  );

  check(
    'the error in grams',
    { task: 2, points: 1, hint: 'Square each error, take the mean, and then the root.' },
    async () => {
      const error = await student.rmse([4100, 4100, 4100], [3000, 3600, 5700]);
      expect(error, 'the error of always 4,100 g').toBeCloseTo(1157.5837, 3);
    },
  );

  check(
    'every label is still there',
    { task: 3, points: 1, hint: 'The order changes. Does any label get lost, or come twice?' },
    async () => {
      const labels = Array.from({ length: 30 }, (_, i) => SIX[i % 6]!);
      const permuted = await student.permuteLabels(labels, 1);
      expect([...permuted].sort(), 'the permuted labels, sorted').toEqual([...labels].sort());
    },
  );

  check(
    'the seed decides the order',
    { task: 3, points: 2, hint: 'What does createStream(seed) give for the same seed, and for another?' },
    async () => {
      const many = Array.from({ length: 30 }, (_, i) => `bird ${i}`);
      await expect(() => student.permuteLabels(many, 7), 'the order with seed 7').toBeDeterministic();
      const seven = await student.permuteLabels(many, 7);
      expect(seven, 'the order with seed 7').not.toEqual(many);
      expect(await student.permuteLabels(many, 8), 'the order with seed 8').not.toEqual(seven);
    },
  );

  check(
    'a label for each row',
    {
      task: 4,
      points: 2,
      hint: 'The output with the largest probability stands for a class: for which one? Are new rows scaled like the others?',
    },
    async () => {
      // Two clouds, around (10, 0) and (10, 900); the rows asked about are all of one cloud.
      const random = createStream(10).derive('clouds');
      const labels = Array.from({ length: 120 }, (_, i) => (i % 3 === 1 ? 'high' : 'low'));
      const rows = labels.map((label) => [
        10 + random.normal(),
        (label === 'high' ? 900 : 0) + 100 * random.normal(),
      ]);
      for (const [label, middle] of [
        ['high', 900],
        ['low', 0],
      ] as const) {
        const asked = [-100, 0, 50, 100].map((beside) => [10 + beside / 100, middle + beside]);
        const answers = await student.trainAndPredict({ rows, labels }, asked, 1);
        expect(answers, `the answers for four rows of the ${label} cloud`).toEqual(asked.map(() => label));
      }
    },
  );

  check(
    'the same seed, the same answers',
    {
      task: 4,
      points: 1,
      hint: 'What is random: the initial weights, and what else? Does anything remain from an earlier call?',
    },
    async () => {
      // Labels by luck, and two hundred rows in between: the smallest difference shows.
      const random = createStream(10).derive('luck');
      const rows = Array.from({ length: 48 }, () => [random.normal(), random.normal()]);
      const labels = rows.map(() => ['a', 'b', 'c'][random.integer(3)]!);
      const asked = Array.from({ length: 200 }, () => [random.normal(), random.normal()]);
      const answer = () => student.trainAndPredict({ rows, labels }, asked, 3);
      await expect(answer, 'the answers with seed 3').toBeDeterministic();
    },
  );

  check(
    'a score that luck never reaches',
    { task: 5, points: 2, hint: 'The real score is itself one of k + 1 possible ones. Does p count it?' },
    async () => {
      const labels = Array.from({ length: 20 }, (_, i) => (i < 10 ? 'a' : 'b'));
      // The share of rows of the first half that are labeled a: 1 as they are.
      const score = (tried: readonly string[]) =>
        tried.slice(0, 10).filter((label) => label === 'a').length / 10;
      const { real, nulls, p } = await student.permutationTest(score, labels, 19, 1);
      expect(real, '"real"').toBeCloseTo(1, 6);
      expect(nulls, '"nulls"').toHaveLength(19);
      expect(p, '"p" where none of 19 is as good').toBeCloseTo(0.05, 6);
    },
  );

  check(
    'as good is not worse',
    {
      task: 5,
      points: 1,
      hint: 'Does luck that reaches exactly the real score count for luck, or against it?',
    },
    async () => {
      const { p } = await student.permutationTest(() => 0.5, SIX, 9, 1);
      expect(p, '"p" of a score that is always the same').toBeCloseTo(1, 6);
    },
  );

  check(
    'two columns by hand',
    {
      task: 6,
      points: 3,
      hint: 'For each value, the majority of the training labels beside it. A ring that was never seen says nothing: what is the majority of all?',
    },
    async () => {
      const training = {
        columns: {
          ring: ['a', 'b', 'c', 'd', 'e', 'f'],
          island: ['Biscoe', 'Biscoe', 'Biscoe', 'Dream', 'Dream', 'Dream'],
        },
        labels: ['Gentoo', 'Gentoo', 'Gentoo', 'Adelie', 'Chinstrap', 'Chinstrap'],
      };
      const test = {
        columns: { ring: ['g', 'h', 'i', 'j'], island: ['Biscoe', 'Dream', 'Dream', 'Torgersen'] },
        labels: ['Gentoo', 'Chinstrap', 'Chinstrap', 'Adelie'],
      };
      const probes = await student.leakProbe(training, test);
      expect(probes, 'what leakProbe returns').toEqual([
        { column: 'island', accuracy: 0.75 },
        { column: 'ring', accuracy: 0.25 },
      ]);
    },
  );
});
