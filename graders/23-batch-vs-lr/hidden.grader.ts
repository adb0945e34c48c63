import { exercise, expect, type Stream } from 'descent/grading';
import { drawDigits, type Digits } from './digits.ts';
import { exports } from './exports.ts';
import { accuracyOf, combined, distanceOf, slopesOf, stepped, type Dense, type Net } from './network.ts';

function drawNet(stream: Stream): Net {
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

/** All orders of some numbers. */
function ordersOf(numbers: readonly number[]): number[][] {
  if (numbers.length === 0) return [[]];
  return numbers.flatMap((first) =>
    ordersOf(numbers.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

const only = ({ pixels, labels }: Digits, i: number): Digits => ({
  pixels: [pixels[i]!],
  labels: [labels[i]!],
});

/** A table as runs of one kind bring it: epochs that grow with a power of the batch size, unsorted, with some '+'. */
function drawTable(stream: Stream, power: number) {
  const batches = [1, 4, 20, 50, 300];
  const cells = [0.5, 0.07, 0.008].flatMap((lr) =>
    batches.map((batch) => {
      const wobble = 1 + 0.25 * stream.uniform();
      const epochs = Math.round((3 / lr) * batch ** power * wobble);
      return { lr, batch, best: 0.9, epochsToTarget: epochs > 3000 ? '+' : epochs };
    }),
  );
  // One run of a large batch has diverged, as happens with the sum.
  cells[4]!.epochsToTarget = '+';
  return Array.from(stream.permutation(cells.length), (place) => cells[place]!);
}

/** Long enough for the accuracy to fall once: of 300 seeds, it did not in the first course on 3, in the second on 9. */
const EPOCHS = 8;
/** What the runs of the study have in common. */
const COMMON = { epochs: 22, target: 0.6 };
const ONCE = { count: 1, quorum: 1 };

exercise('23-batch-vs-lr', exports, ({ check, student, stream }) => {
  const study = (random: Stream) => drawDigits(random, [300, 400]);
  const drawSeed = (random: Stream) => 1 + random.integer(1000);

  check(
    'updates of any epoch',
    { task: 1, points: 1, hint: 'Is a batch that is not full a batch?' },
    async () => {
      const random = stream('updates');
      for (let trial = 0; trial < 5; trial++) {
        const [batch, full, rest] = [3 + random.integer(60), random.integer(20), random.integer(2)];
        const count = batch * full + rest * (1 + random.integer(batch - 1)) + (full + rest === 0 ? 1 : 0);
        let updates = 0;
        for (let left = count; left > 0; left -= batch) updates++;
        const found = await student.updatesPerEpoch(count, batch);
        expect(found, `the updates with ${count} digits in batches of ${batch}`).toBe(updates);
      }
      expect(await student.updatesPerEpoch(7, 3), 'the updates with 7 digits in batches of 3').toBe(3);
    },
  );

  check(
    'gradients and updates of any network',
    {
      task: 2,
      points: 2,
      hint: 'Every number of both layers, weights and biases, and by how many digits there were.',
    },
    async () => {
      const random = stream('networks');
      const net = drawNet(random);
      const sum = combined(net, net, () => random.normal());
      const [count, lr] = [2 + random.integer(30), 0.1 + random.uniform()];
      const mean = combined(sum, sum, (slope) => slope / count);
      const found = await student.reduce(sum, count, 'mean');
      expect(
        distanceOf(found, mean),
        `how far the mean over ${count} digits is from the right one`,
      ).toBeLessThan(1e-9);
      const whole = await student.reduce(sum, count, 'sum');
      expect(
        distanceOf(whole, sum),
        `how far the sum over ${count} digits is from the right one`,
      ).toBeLessThan(1e-9);
      const after = await student.update(net, sum, lr);
      expect(
        distanceOf(after, stepped(net, sum, lr)),
        'how far the network is from the right one',
      ).toBeLessThan(1e-9);
    },
  );

  check(
    'the same steps indeed',
    {
      task: 3,
      points: 2,
      hint: 'Do a run with the sum, and one with the mean and the other learning rate: they should end at the same network.',
    },
    async () => {
      const random = stream('same');
      const [training, validation] = await drawDigits(random, [48, 40]);
      const seed = drawSeed(random);
      for (const [from, to, lr] of [
        ['sum', 'mean', 0.01 + 0.01 * random.uniform()],
        ['mean', 'sum', 0.1 + 0.1 * random.uniform()],
      ] as const) {
        const batch = [4, 8, 12][random.integer(3)]!;
        const other = await student.sameSteps(lr, batch, from);
        const common = { batch, epochs: 3, target: 0.5, seed };
        const one = await student.run(training, validation, { ...common, lr, reduction: from });
        const two = await student.run(training, validation, { ...common, lr: other, reduction: to });
        const name = `how far the networks of ${from} and ${to} are apart in batches of ${batch}`;
        expect(distanceOf(one.network, two.network), name).toBeLessThan(1e-5);
        expect(two.epochsToTarget, `the epochs to the target with the ${to}`).toBe(one.epochsToTarget);
      }
    },
  );

  check(
    'every digit once an epoch, in a new order',
    {
      task: 4,
      points: 2,
      hint: 'A new permutation for every epoch, cut into batches: which digits are in the second one?',
    },
    async () => {
      const random = stream('orders');
      const [few] = await drawDigits(random, [4]);
      const options = { lr: 0.2, batch: 1, reduction: 'sum', target: 2, seed: drawSeed(random) };
      const orders = ordersOf([0, 1, 2, 3]);
      const found: string[] = [];
      let net: Net = await student.createNetwork(options.seed);
      for (let epochs = 1; epochs <= 4; epochs++) {
        const { network } = await student.run(few, few, { ...options, epochs });
        const order = orders.find((candidate) => {
          const last = candidate.reduce(
            (own, i) => stepped(own, slopesOf(own, only(few!, i)), options.lr),
            net,
          );
          return distanceOf(last, network) < 1e-6;
        });
        const name = `whether 4 updates with one digit each, in some order, lead to the network of epoch ${epochs}`;
        expect(order !== undefined, name).toBe(true);
        found.push(order!.join());
        net = network;
      }
      expect(new Set(found).size, 'the number of different orders in 4 epochs').toBeGreaterThan(1);
    },
  );

  check(
    'the last batch may be smaller',
    {
      task: 4,
      points: 1,
      hint: 'How many digits are in the third batch of 7 digits in batches of 3? And what is their mean?',
    },
    async () => {
      const random = stream('batches');
      const [one] = await drawDigits(random, [1]);
      const seed = drawSeed(random);
      const same = { pixels: new Array(7).fill(one!.pixels[0]), labels: new Array(7).fill(one!.labels[0]) };
      for (const reduction of ['mean', 'sum']) {
        let net: Net = await student.createNetwork(seed);
        for (const count of [3, 3, 1]) {
          net = stepped(net, slopesOf(net, one!), 0.05 * (reduction === 'sum' ? count : 1));
        }
        const options = { lr: 0.05, batch: 3, reduction, epochs: 1, target: 2, seed };
        const { network } = await student.run(same, one, options);
        const name = `how far the network is from the right one with the ${reduction}`;
        expect(distanceOf(network, net), name).toBeLessThan(1e-6);
      }
    },
  );

  check(
    'the best accuracy and the first epoch at the target',
    {
      task: 4,
      points: 2,
      hint: 'Looked at after each epoch, on the validation digits. Reaching the target exactly counts, and the first time stays.',
    },
    async () => {
      const random = stream('outcome');
      const [training, validation] = await drawDigits(random, [60, 50]);
      for (const [lr, batch] of [
        [0.8, 6],
        [0.4, 3],
      ]) {
        const options = { lr, batch, reduction: 'mean', seed: drawSeed(random) };
        const ask = (epochs: number, target: number) =>
          student.run(training, validation, { ...options, epochs, target });
        const reached: number[] = [];
        for (let epochs = 1; epochs <= EPOCHS; epochs++) {
          const { network, best } = await ask(epochs, 2);
          reached.push(accuracyOf(network, validation!));
          const name = `the best of the accuracies ${reached.join(', ')}`;
          expect(best, name).toBeCloseTo(Math.max(...reached), 8);
        }
        for (const target of new Set(reached)) {
          const first = 1 + reached.findIndex((share) => share >= target);
          const { epochsToTarget } = await ask(EPOCHS, target);
          expect(epochsToTarget, `the epochs to ${target} with accuracies ${reached.join(', ')}`).toBe(first);
        }
      }
    },
  );

  // 300 training and 400 validation digits. 40 seeds of the solution, other digits with each (plain arithmetic, the same everywhere): epochs to
  // 0.6, mean, standard deviation and worst, beside each line.
  check(
    'with the mean larger batches need more epochs',
    {
      task: 4,
      points: 2,
      seeds: ONCE,
      hint: 'Are there as many updates as there should be, each with the mean of its batch?',
    },
    async () => {
      const random = stream('mean study');
      const [training, validation] = await study(random);
      const seed = drawSeed(random);
      const ask = (batch: number, epochs: number) =>
        student.run(training, validation, { ...COMMON, epochs, reduction: 'mean', seed, lr: 0.1, batch });
      // 7.9, 2.3, 16.
      const { epochsToTarget } = await ask(10, COMMON.epochs);
      expect(epochsToTarget, 'the epochs with batches of 10').toBeLessThanOrEqual(22);
      const { network } = await ask(10, Number(epochsToTarget));
      expect(accuracyOf(network, validation!), 'the accuracy after so many epochs').toBeGreaterThanOrEqual(
        COMMON.target,
      );
      // 2.5, 0.8, 5.
      const single = await ask(1, 8);
      expect(single.epochsToTarget, 'the epochs with single digits').toBeLessThanOrEqual(8);
      // Its best accuracy: 0.343, 0.066, 0.510.
      const large = await ask(100, COMMON.epochs);
      expect(large.epochsToTarget, 'the epochs with batches of 100, of 22').toBe('+');
    },
  );

  check(
    'with the sum they do not, until it diverges',
    {
      task: 4,
      points: 1,
      seeds: ONCE,
      hint: 'Is nothing divided with the sum, however many digits are in a batch?',
    },
    async () => {
      const random = stream('sum study');
      const [training, validation] = await study(random);
      const common = { ...COMMON, reduction: 'sum', seed: drawSeed(random) };
      // Batches of 10 as with the mean and 0.1. Batches of 100: 9.6, 2.6, 18.
      for (const batch of [10, 100]) {
        const { epochsToTarget } = await student.run(training, validation, { ...common, lr: 0.01, batch });
        expect(epochsToTarget, `the epochs with batches of ${batch} and lr 0.01`).toBeLessThanOrEqual(22);
      }
      // 0.138, 0.024, 0.200.
      const { best, network } = await student.run(training, validation, { ...common, lr: 0.1, batch: 100 });
      expect(best, 'the best accuracy with batches of 100 and lr 0.1').toBeLessThanOrEqual(0.4);
      expect(accuracyOf(network, validation!), 'the last accuracy of it').toBeLessThanOrEqual(0.4);
    },
  );

  check(
    'cells are what their runs bring',
    {
      task: 5,
      points: 2,
      hint: 'All cells have the same digits, seed, epochs, reduction and target; only two things differ.',
    },
    async () => {
      const random = stream('cells');
      const [training, validation] = await drawDigits(random, [40, 60]);
      for (const reduction of ['mean', 'sum']) {
        const common = {
          reduction,
          epochs: 4,
          target: 0.25 + 0.1 * random.uniform(),
          seed: drawSeed(random),
        };
        const grid = { ...common, lrs: [0.02, 0.3], batches: [2, 9] };
        const table = await student.gridRun(training, validation, grid);
        expect(table, 'the cells').toHaveLength(4);
        for (const { lr, batch, best, epochsToTarget } of table) {
          const own = await student.run(training, validation, { ...common, lr, batch });
          const name = `with lr ${lr}, batches of ${batch} and the ${reduction}`;
          expect(best, `the best accuracy ${name}`).toBeCloseTo(own.best, 8);
          expect(epochsToTarget, `the epochs ${name}`).toBe(own.epochsToTarget);
        }
        expect(
          new Set(table.map(({ lr, batch }) => `${lr} ${batch}`)).size,
          'the number of different cells',
        ).toBe(4);
      }
    },
  );

  check(
    'tables of both kinds',
    {
      task: 6,
      points: 4,
      hint: 'Cells may come in any order, with any learning rates and batch sizes. Compare only cells of the same learning rate, and not "+".',
    },
    async () => {
      const random = stream('tables');
      for (const [power, reduction] of [
        [0, 'sum'],
        [1, 'mean'],
        [0.15, 'sum'],
        [0.85, 'mean'],
      ] as const) {
        const found = await student.whichReduction(drawTable(random, power));
        expect(found, `a table whose epochs grow with the batch size to the power of ${power}`).toBe(
          reduction,
        );
      }
    },
  );
});
