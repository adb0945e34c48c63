import { exercise, expect } from 'descent/grading';
import { drawMnist } from '../../datasets/mnist/draw-mnist.ts';
import { divide, loadBirds, logisticScore, rowsOf, speciesOf, tableOf } from './birds.ts';
import { exports } from './exports.ts';
import { answersOf, countsOf, mostFrequent, shareRight, shuffled } from './labels.ts';

exercise('10-baselines', exports, ({ check, student, stream, once }) => {
  /** Birds drawn for this trial: the same for all checks. */
  const divided = once(async () => divide(await loadBirds(), stream('birds')));

  check(
    'the baseline of any labels',
    { task: 1, points: 1, hint: 'Do majority and accuracy work for other labels, as many as there may be?' },
    async () => {
      const random = stream('labels');
      for (let round = 0; round < 10; round++) {
        const names = Array.from({ length: 2 + random.integer(4) }, (_, i) => `class ${i}`);
        const labels = Array.from({ length: 40 }, () => names[random.integer(names.length)]!);
        const answers = Array.from({ length: 40 }, () => names[random.integer(names.length)]!);
        expect(await student.majority(labels), 'the majority').toBe(mostFrequent(labels));
        expect(await student.accuracy(answers, labels), 'the accuracy').toBeCloseTo(
          shareRight(answers, labels),
          6,
        );
      }
    },
  );

  check(
    'no constant is better than the mean',
    { task: 2, points: 2, hint: 'Does the error compare each value with the prediction of its own place?' },
    async () => {
      const random = stream('values');
      for (let round = 0; round < 4; round++) {
        const values = Array.from({ length: 30 }, () => 3000 + 2000 * random.uniform() ** 2);
        const mean = await student.meanPredictor(values);
        const constant = (level: number) =>
          student.rmse(
            values.map(() => level),
            values,
          );
        const best = await constant(mean);
        for (const other of [mean - 5, mean + 5]) {
          expect(await constant(other), 'the error of a constant 5 g beside the mean').toBeGreaterThan(best);
        }
        const predicted = values.map((value) => value + 100 * random.normal());
        const square = predicted.reduce((sum, value, i) => sum + (value - values[i]!) ** 2, 0);
        expect(await student.rmse(predicted, values), 'the error of other predictions').toBeCloseTo(
          Math.sqrt(square / values.length),
          4,
        );
      }
    },
  );

  // 600 permutations of 3 labels: each of the 6 orders is expected 100 times, with a standard deviation of 9.1.
  check(
    'every order is as likely',
    {
      task: 3,
      points: 3,
      hint: 'Three labels have six orders. Over many seeds, does each of them come about as often as the others?',
    },
    async () => {
      const first = stream('seeds').integer(1_000_000);
      const orders: string[] = [];
      for (let seed = first; seed < first + 600; seed++) {
        orders.push((await student.permuteLabels(['a', 'b', 'c'], seed)).join(' '));
      }
      const counts = countsOf(orders);
      expect(counts, 'the different orders in which a, b, c come').toHaveLength(6);
      for (const [order, count] of counts) {
        expect(count, `how often the order ${order} comes`).toBeGreaterThanOrEqual(50);
        expect(count, `how often the order ${order} comes`).toBeLessThanOrEqual(150);
      }
    },
  );

  check(
    '57 of 60 birds right',
    {
      task: 4,
      points: 3,
      timeout: 60,
      hint: 'Is the network trained long enough, in a new order each time, on scaled rows?',
    },
    async () => {
      const { training, judged } = await divided();
      const known = { rows: rowsOf(training), labels: speciesOf(training) };
      const answers = await student.trainAndPredict(known, rowsOf(judged), 1 + stream('seed').integer(1000));
      expect(answers, 'the answers for 60 birds').toHaveLength(60);
      // 20 seeds of the solution, other birds with each (wasm): mean 0.988, standard deviation 0.009, at least 0.967.
      expect(shareRight(answers, speciesOf(judged)), 'the share of right answers').toReach(0.95, {
        better: 'higher',
        baseline: 1 / 3,
      });
    },
  );

  check(
    'shuffled labels teach nothing',
    {
      task: 4,
      points: 3,
      timeout: 60,
      hint: 'Its labels had nothing to do with the birds, and still it was right. From where does it know?',
    },
    async () => {
      const { training, judged } = await divided();
      const [rows, asked] = [rowsOf(training), rowsOf(judged)];
      const seed = 1 + stream('seed').integer(1000);
      // Whoever keeps a network from an earlier call keeps this one.
      await student.trainAndPredict({ rows, labels: speciesOf(training) }, asked, seed);
      const random = stream('shuffled');
      let sum = 0;
      for (let round = 0; round < 2; round++) {
        const labels = shuffled(speciesOf(training), random);
        const answers = await student.trainAndPredict({ rows, labels }, asked, seed);
        sum += shareRight(answers, speciesOf(judged));
      }
      // The same 20, two networks each: mean 0.34, standard deviation 0.08, from 0.23 to 0.57. A network that has learned
      // luck calls all birds of one species alike, so few birds decide; less than a third is luck as well, and no mistake.
      expect(sum / 2, 'the share of right answers after learning shuffled labels').toBeLessThanOrEqual(0.7);
    },
  );

  check(
    'ten digits instead of three species',
    {
      task: 4,
      points: 2,
      timeout: 60,
      hint: 'Where do the number of inputs, the classes and their names come from?',
    },
    async () => {
      const [digits] = await drawMnist(stream('digits'), [1300], 7);
      const { pixels: rows } = digits!;
      const labels = digits!.labels.map(String);
      const asked = rows.slice(300);
      const learn = async (known: readonly string[]) => {
        const answers = await student.trainAndPredict({ rows: rows.slice(0, 300), labels: known }, asked, 1);
        return shareRight(answers, labels.slice(300));
      };
      const real = await learn(labels.slice(0, 300));
      // 20 seeds, other digits with each (wasm): mean 0.803, standard deviation 0.013, at least 0.779; after learning shuffled
      // labels, mean 0.103, standard deviation 0.023, from 0.072 to 0.143.
      expect(real, 'the share of right digits').toReach(0.6, { better: 'higher', baseline: 0.11 });
      const luck = await learn(shuffled(labels.slice(0, 300), stream('shuffled digits')));
      expect(luck, 'the share of right digits after learning shuffled labels').toBeLessThanOrEqual(0.2);
    },
  );

  check(
    'each score is counted once',
    {
      task: 5,
      points: 3,
      hint: 'Which labels is score called with, how often, and which of its answers goes where?',
    },
    async () => {
      const random = stream('scores');
      const labels = Array.from({ length: 30 }, (_, i) => ['a', 'b', 'c'][i % 3]!);
      const asked: string[][] = [];
      const scores: number[] = [];
      // A score of its own for each call; the real one in the midst of them.
      const score = (tried: readonly string[]) => {
        const isReal = tried.every((label, i) => label === labels[i]);
        asked.push([...tried]);
        scores.push(isReal ? 0.5 : random.uniform());
        return scores.at(-1)!;
      };
      const { real, nulls, p } = await student.permutationTest(score, labels, 30, random.integer(1000));
      expect(real, '"real"').toBeCloseTo(0.5, 6);
      expect(asked, 'the calls of score with k = 30').toHaveLength(31);
      expect(new Set(asked.map(String)).size, 'how many different orders of labels score saw').toBe(31);
      for (const tried of asked) expect(countsOf(tried), 'the counts of labels').toEqual(countsOf(labels));
      const others = scores.filter((value) => value !== 0.5).sort((one, other) => one - other);
      expect(
        [...nulls].sort((one, other) => one - other),
        '"nulls", sorted',
      ).toBeCloseToTensor(others);
      const asGood = others.filter((value) => value >= 0.5).length;
      expect(p, '"p"').toBeCloseTo((1 + asGood) / 31, 6);
    },
  );

  check(
    'penguins are no luck',
    {
      task: 5,
      points: 2,
      hint: 'After a permutation, does a bird still have its own label more often than luck would have it?',
    },
    async () => {
      const birds = await divided();
      const labels = speciesOf([...birds.training, ...birds.judged]);
      const { real, nulls, p } = await student.permutationTest(logisticScore(birds), labels, 10, 1);
      // 20 seeds of logistic regression (plain arithmetic): mean 0.978, standard deviation 0.016, at least 0.95; the mean of
      // 10 permutations 0.41, standard deviation 0.016; the best of them 0.57.
      expect(real, '"real"').toBeGreaterThanOrEqual(0.9);
      const mean = nulls.reduce((sum, value) => sum + value, 0) / nulls.length;
      expect(mean, 'the mean of "nulls"').toBeLessThanOrEqual(0.6);
      expect(p, '"p" of 10 permutations').toBeLessThanOrEqual(0.1);
    },
  );

  check(
    'what each column of the penguins tells',
    {
      task: 6,
      points: 2,
      hint: 'Is everything learned from the training birds, and everything counted on the others? Is the best column first?',
    },
    async () => {
      const { training, judged } = await divided();
      const [known, test] = [tableOf(training), tableOf(judged)];
      const probes = await student.leakProbe(known, test);
      expect(probes.map(({ column }) => column).sort(), 'the columns, sorted').toEqual(
        Object.keys(known.columns).sort(),
      );
      for (const { column, accuracy } of probes) {
        const answers = answersOf(column, known, test);
        expect(accuracy, `the accuracy of "${column}"`).toBeCloseTo(shareRight(answers, test.labels), 6);
      }
      const accuracies = probes.map(({ accuracy }) => accuracy);
      expect(accuracies, 'the accuracies, the highest first').toEqual(
        [...accuracies].sort((one, other) => other - one),
      );
    },
  );

  check(
    'why a column tells',
    {
      task: 6,
      points: 2,
      hint: 'Would the column still tell the species of a bird on a fourth island, in another file, with another ring?',
    },
    async () => {
      expect(await student.explainColumns(), 'what explainColumns returns').toEqual({
        island: 'confounder',
        flipper: 'measurement',
        place: 'leak',
        ring: 'nothing',
        year: 'nothing',
      });
    },
  );
});
