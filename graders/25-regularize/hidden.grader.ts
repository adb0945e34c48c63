import { exercise, expect, type Stream } from 'descent/grading';
import { drawDigits, type Digits } from './digits.ts';
import { exports } from './exports.ts';
import {
  combined,
  crossEntropyOf,
  distanceOf,
  numbersOf,
  PLAIN,
  slopesOf,
  type Dense,
  type Net,
} from './network.ts';

const drawRows = (stream: Stream, rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.normal()));

function drawNet(stream: Stream): Net {
  const [inputs, units, outputs] = [2, 3, 2].map((least) => least + stream.integer(3)) as [
    number,
    number,
    number,
  ];
  const draw = (rows: number, columns: number): Dense => ({
    w: drawRows(stream, rows, columns),
    b: drawRows(stream, 1, columns)[0]!,
  });
  return { hidden: draw(inputs, units), output: draw(units, outputs) };
}

/** A network that can be told from others by one number. */
const numbered = (number: number): Net => ({
  hidden: { w: [[number]], b: [0] },
  output: { w: [[0]], b: [0] },
});

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

/** What the trainings of the study add to a plain one. */
const HELP = {
  none: {},
  stopping: { stopping: { patience: 10, minDelta: 0.001, restore: true } },
  dropout: { dropout: 0.4 },
  l1: { l1: 0.001 },
  l2: { l2: 0.001 },
};

const ONCE = { count: 1, quorum: 1 };
const BY_HEART = 'learns by heart without help';

exercise('25-regularize', exports, ({ check, student, stream, once }) => {
  /** Digits to train on, to validate with, and some that the submission never gets. */
  const digits = once(() => drawDigits(stream('digits'), [200, 200, 1000]));
  /** What came of a training: each is done once, for all checks that look at it. */
  const trained = once(async (help: keyof typeof HELP) => {
    const [training, validation, unseen] = await digits();
    const seed = 1 + stream('seed').integer(1000);
    const { network, history } = await student.fit(training, validation, { ...PLAIN, seed, ...HELP[help] });
    const weights = network.hidden.w.flat();
    return {
      network,
      history,
      trainLoss: crossEntropyOf(network, training!),
      validationLoss: crossEntropyOf(network, validation!),
      unseenLoss: crossEntropyOf(network, unseen!),
      norm: Math.hypot(...weights),
      tiny: weights.filter((w) => Math.abs(w) < 1e-3).length / weights.length,
    };
  });

  check(
    'the cost of any weights',
    { task: 1, points: 1, hint: 'Any number of rows, of any length, and both penalties at once.' },
    async () => {
      const random = stream('cost');
      const rows = drawRows(random, 3 + random.integer(3), 3 + random.integer(3));
      const strength = { l1: random.uniform(), l2: random.uniform() };
      const all = rows.flat();
      const sizes = all.reduce((sum, w) => sum + Math.sign(w) * w, 0);
      const squares = Math.hypot(...all) ** 2;
      const found = await student.penalty(rows, strength);
      expect(found, 'the penalty').toBeCloseTo(strength.l1 * sizes + strength.l2 * squares, 6);
      expect(await student.penalty(rows, { l1: 0, l2: 0 }), 'the penalty of strength 0').toBe(0);
    },
  );

  check(
    'slopes equal finite differences',
    {
      task: 1,
      points: 2,
      hint: 'Move one weight a little: by how much does your penalty change? Is it the same for negative weights?',
    },
    async () => {
      const random = stream('slopes');
      const rows = drawRows(random, 2 + random.integer(2), 2 + random.integer(2));
      const { l1, l2 } = { l1: random.uniform(), l2: random.uniform() };
      const h = 1e-6;
      const cost = (w: number) => l1 * Math.abs(w) + l2 * w * w;
      // A weight that a step of h would move across 0 has no slope there.
      const away = rows.map((row) => row.map((w) => w + 0.01 * Math.sign(w)));
      const expected = away.map((row) => row.map((w) => (cost(w + h) - cost(w - h)) / (2 * h)));
      expect(await student.penaltyGradient(away, { l1, l2 }), 'the gradient').toBeCloseToTensor(expected);
      const still = await student.penaltyGradient([[0, 0]], { l1, l2 });
      expect(still, 'the gradient at weights of 0').toBeCloseToTensor([[0, 0]]);
    },
  );

  check(
    'dropout of any values',
    {
      task: 2,
      points: 1,
      hint: 'Each value by the number that was drawn for it; and with p = 0 nothing happens.',
    },
    async () => {
      const random = stream('values');
      const x = drawRows(random, 1, 20 + random.integer(20))[0]!;
      for (const p of [0, 0.1 + 0.3 * random.uniform(), 0.6 + 0.3 * random.uniform()]) {
        const given = x.map(() => random.uniform());
        const expected = x.map((value, i) => (given[i]! >= p ? value / (1 - p) : 0));
        const rest = [...given];
        const found = await student.dropout(x, p, () => rest.shift() ?? 0, true);
        expect(found, `dropout with p = ${p.toFixed(2)}`).toBeCloseToTensor(expected);
        expect(await student.dropout(x, p, () => 0, false), 'dropout after training').toBeCloseToTensor(x);
      }
    },
  );

  // A value of 1 becomes 0 or 1/(1 − p): variance p/(1 − p). Beyond 4 standard errors is one case in 16,000.
  check(
    'the mean stays',
    { task: 2, points: 2, hint: 'The sum that the next layer sees should be as large as without dropout.' },
    async () => {
      const random = stream('mean');
      const p = 0.3 + 0.4 * random.uniform();
      const ones = new Array<number>(400).fill(1);
      const found = await student.dropout(ones, p, () => random.uniform(), true);
      expect(found, 'what dropout returns for 400 values').toHaveLength(400);
      const mean = found.reduce((sum, value) => sum + value / 400, 0);
      const error = Math.sqrt(p / (1 - p) / 400);
      expect(mean, 'the mean of 400 ones after dropout').toBeGreaterThanOrEqual(1 - 4 * error);
      expect(mean, 'the mean of 400 ones after dropout').toBeLessThanOrEqual(1 + 4 * error);
    },
  );

  check(
    'learning rates of any epoch',
    { task: 3, points: 1, hint: 'Is every number used that is given?' },
    async () => {
      const random = stream('rates');
      const [lr, factor, every] = [
        0.1 + random.uniform(),
        0.2 + 0.7 * random.uniform(),
        2 + random.integer(5),
      ];
      let expected = lr;
      for (let epoch = 0; epoch < 4 * every; epoch++) {
        if (epoch > 0 && epoch % every === 0) expected *= factor;
        const decay = { every, factor };
        const found = await student.lrSchedule(lr, epoch, decay);
        expect(found, `the learning rate of epoch ${epoch}, cut every ${every}`).toBeCloseTo(expected, 6);
      }
    },
  );

  check(
    'improvements that are too small',
    {
      task: 4,
      points: 2,
      hint: 'A loss that is lower, but by no more than minDelta, is not better: neither does the waiting begin anew, nor is anything replaced.',
    },
    async () => {
      const stopper = await student.EarlyStopping({ patience: 3, minDelta: 0.1, restore: true });
      const losses = [1, 0.95, 0.92, 0.85, 0.8, 0.78, 0.77];
      const said = [];
      for (const [index, value] of losses.entries()) said.push(await stopper.update(value, numbered(index)));
      expect(said, `the answers to ${losses.join(', ')}`).toEqual([0, 0, 0, 0, 0, 0, 1].map(Boolean));
      expect((await stopper.result(numbered(6))).hidden.w[0]![0], 'the epoch of the kept network').toBe(3);
    },
  );

  check(
    'any course of losses',
    {
      task: 4,
      points: 3,
      hint: 'A loss may be NaN, even the first one: it is waited for something better. What is kept if nothing ever was?',
    },
    async () => {
      const random = stream('courses');
      for (let trial = 0; trial < 6; trial++) {
        const [patience, minDelta] = [1 + random.integer(4), trial % 2 === 0 ? 0 : 0.1 * random.uniform()];
        const restore = trial < 4;
        const stopper = await student.EarlyStopping({ patience, minDelta, restore });
        let [best, kept, waited, epoch] = [Infinity, -1, 0, 0];
        const seen: string[] = [];
        for (; waited < patience && epoch < 12; epoch++) {
          const isLost = trial === 5 || (trial === 1 && epoch === 0) || random.uniform() < 0.15;
          const loss = isLost ? NaN : 2 - 0.1 * epoch + 0.4 * random.normal();
          const isBetter = best - loss > minDelta;
          if (isBetter) [best, kept] = [loss, epoch];
          waited = isBetter ? 0 : waited + 1;
          seen.push(loss.toFixed(2));
          const name = `whether to stop after ${seen.join(', ')} with patience ${patience} and minDelta ${minDelta.toFixed(2)}`;
          expect(await stopper.update(loss, numbered(epoch)), name).toBe(waited >= patience);
        }
        expect(await stopper.handle.get('bestEpoch'), `bestEpoch of ${seen.join(', ')}`).toBe(kept);
        const { hidden } = await stopper.result(numbered(99));
        const expected = restore && kept >= 0 ? kept : 99;
        expect(hidden.w[0]![0], `the epoch of the kept network (99 is the last) of ${seen.join(', ')}`).toBe(
          expected,
        );
      }
    },
  );

  check(
    'steps of any network',
    { task: 5, points: 2, hint: 'Both layers have weights, which pay, and biases, which do not.' },
    async () => {
      const random = stream('steps');
      const net = drawNet(random);
      const gradient = combined(net, net, () => random.normal());
      const [lr, l1, l2] = [0.1 + random.uniform(), 0.2 + random.uniform(), 0.2 + random.uniform()];
      const moved = await student.step(net, gradient, lr, { l1, l2 });
      for (const name of ['hidden', 'output'] as const) {
        const [from, slope] = [net[name], gradient[name]];
        const pulled = from.w.map((row, j) =>
          row.map((w, k) => w - lr * slope.w[j]![k]! - lr * (w > 0 ? l1 : -l1) - lr * l2 * (w + w)),
        );
        expect(moved[name].w, `weights of the ${name} layer after a step`).toBeCloseToTensor(pulled);
        const biases = from.b.map((b, k) => b - lr * slope.b[k]!);
        expect(moved[name].b, `biases of the ${name} layer after a step`).toBeCloseToTensor(biases);
      }
    },
  );

  check(
    'every digit once an epoch, in a new order',
    {
      task: 6,
      points: 3,
      hint: 'A new permutation for every epoch, cut into batches: which digits are in the second batch, and is the learning rate the one that was given?',
    },
    async () => {
      const random = stream('orders');
      const [few] = await drawDigits(random, [4]);
      const seed = 1 + random.integer(1000);
      const [lr, l2] = [0.2, 0.01];
      const orders = ordersOf([0, 1, 2, 3]);
      const found: string[] = [];
      let net: Net = await student.createNetwork(seed);
      for (let epochs = 1; epochs <= 4; epochs++) {
        const { network } = await student.fit(few, few, { ...PLAIN, epochs, seed, lr, l2, batch: 1 });
        const order = orders.find((candidate) => {
          let own = net;
          for (const i of candidate) {
            const slopes = slopesOf(own, only(few!, i));
            const costs = combined(own, own, (w) => 2 * l2 * w);
            const pull = (name: 'hidden' | 'output') => ({ w: costs[name].w, b: costs[name].b.map(() => 0) });
            const both = combined(
              slopes,
              { hidden: pull('hidden'), output: pull('output') },
              (a, b) => a + b,
            );
            own = combined(own, both, (value, slope) => value - lr * slope);
          }
          return distanceOf(own, network) < 1e-6;
        });
        const name = `whether 4 steps with one digit each, in some order, lead to the network of epoch ${epochs}`;
        expect(order !== undefined, name).toBe(true);
        found.push(order!.join());
        net = network;
      }
      expect(new Set(found).size, 'the number of different orders in 4 epochs').toBeGreaterThan(1);
    },
  );

  check(
    'the last batch may be smaller',
    { task: 6, points: 1, hint: 'How many steps has an epoch of 7 digits in batches of 3?' },
    async () => {
      const random = stream('batches');
      const [one] = await drawDigits(random, [1]);
      const seed = 1 + random.integer(1000);
      const same = { pixels: new Array(7).fill(one!.pixels[0]), labels: new Array(7).fill(one!.labels[0]) };
      let net: Net = await student.createNetwork(seed);
      for (let step = 0; step < 3; step++)
        net = combined(net, slopesOf(net, one!), (w, slope) => w - 0.1 * slope);
      const { network } = await student.fit(same, one, { ...PLAIN, epochs: 1, seed, lr: 0.1, batch: 3 });
      expect(distanceOf(network, net), 'how far the network is from the right one').toBeLessThan(1e-6);
    },
  );

  check(
    'other units drop out for every digit',
    {
      task: 6,
      points: 2,
      hint: 'gradients asks for factors once for each digit. Do they come from dropout, anew each time, with the p of the options?',
    },
    async () => {
      const random = stream('units');
      const [one] = await drawDigits(random, [1]);
      const seed = 1 + random.integer(1000);
      const same = { pixels: new Array(40).fill(one!.pixels[0]), labels: new Array(40).fill(one!.labels[0]) };
      const first: Net = await student.createNetwork(seed);
      const moved = async (p: number) => {
        const options = { ...PLAIN, epochs: 1, seed, batch: 40, dropout: p };
        return combined((await student.fit(same, one, options)).network, first, (a, b) => a - b);
      };
      // Where everything drops out, nothing reaches the weights: only the biases of the outputs move.
      const none = await moved(1 - 1e-12);
      const still = numbersOf(none).slice(0, -10);
      expect(
        still.filter((value) => value !== 0),
        'changes of the weights where all units drop out',
      ).toHaveLength(0);
      const active = slopesOf(first, one!).hidden.b.filter((slope) => slope !== 0).length;
      const changed = (await moved(0.5)).hidden.b.filter((value) => value !== 0).length;
      expect(changed, 'the number of hidden units that learn from 40 digits where half drop out').toBe(
        active,
      );
    },
  );

  check(
    'the same seed, the same network',
    { task: 6, points: 1, hint: 'What is drawn besides the first weights? From which streams?' },
    async () => {
      const random = stream('again');
      const [few] = await drawDigits(random, [12]);
      const seed = 1 + random.integer(1000);
      const ask = async (own: number) => {
        const options = { ...PLAIN, epochs: 2, seed: own, batch: 5, dropout: 0.5 };
        return (await student.fit(few, few, options)).network;
      };
      const network = await ask(seed);
      expect(distanceOf(network, await ask(seed)), 'the distance of two networks of a seed').toBe(0);
      expect(
        distanceOf(network, await ask(seed + 1)),
        'the distance of networks of two seeds',
      ).toBeGreaterThan(0.01);
    },
  );

  // Nothing is better than the first loss by more than a billion.
  check(
    'ends when the stopper says so',
    {
      task: 6,
      points: 1,
      hint: 'What update returns is an answer, and what result returns is a network: does fit listen to both?',
    },
    async () => {
      const random = stream('ends');
      const [training, validation] = await drawDigits(random, [12, 20]);
      const patience = 2 + random.integer(3);
      const stopping = { patience, minDelta: 1e9, restore: true };
      const options = { ...PLAIN, epochs: 9, seed: 1 + random.integer(1000), stopping };
      const { network, history } = await student.fit(training, validation, options);
      expect(history.validation, `the losses with a patience of ${patience}`).toHaveLength(1 + patience);
      const name = 'the validation loss of the network of the first epoch, which is to be restored';
      expect(crossEntropyOf(network, validation!), name).toBeCloseTo(history.validation[0]!, 6);
    },
  );

  // The numbers beside these checks: 20 seeds of the solution, other digits with each (plain arithmetic, the same everywhere): mean,
  // standard deviation, worst. The untrained network has a training loss of about 2.5; five epochs leave 0.7.
  check(
    BY_HEART,
    {
      task: 6,
      points: 2,
      seeds: ONCE,
      partial: [
        [0.4, 1],
        [0.1, 2],
      ],
      hint: 'Does the training loss fall in almost every epoch, and are all epochs taken?',
    },
    // 0.039, 0.012, 0.066.
    async () => (await trained('none')).trainLoss,
  );

  check(
    'the best network comes back',
    {
      task: 6,
      points: 1,
      seeds: ONCE,
      hint: 'Which loss is watched, when does training end, and what does result say?',
    },
    async () => {
      const { history, validationLoss, unseenLoss } = await trained('stopping');
      const { patience } = HELP.stopping.stopping;
      // 29, 5, 40 epochs.
      expect(history.validation.length, 'the number of epochs until it stopped').toBeLessThan(PLAIN.epochs);
      const best = Math.min(...history.validation);
      const since = history.validation.length - 1 - history.validation.indexOf(best);
      expect(since, 'the number of epochs after the best one').toBeLessThanOrEqual(patience + 10);
      expect(validationLoss, 'the validation loss of the network that came back').toBeLessThanOrEqual(
        best + 0.0011,
      );
      // 0.831, 0.044, 0.912.
      const ratio = unseenLoss / (await trained('none')).unseenLoss;
      expect(
        ratio,
        'its loss on digits never seen, divided by that of a training without help,',
      ).toBeLessThan(1);
    },
  );

  check(
    'L1 leaves few weights',
    {
      task: 6,
      points: 1,
      seeds: ONCE,
      hint: 'Do both penalties reach every step, with the strengths of the options?',
    },
    async () => {
      const name = 'the share of hidden weights below 0.001';
      // 0.602, 0.018, 0.570; without help 0.003, 0.001, 0.005.
      expect((await trained('l1')).tiny, `${name} with L1`).toBeGreaterThanOrEqual(0.5);
      expect((await trained('none')).tiny, `${name} without help`).toBeLessThanOrEqual(0.05);
    },
  );

  check(
    'L2 makes weights small, and both L2 and dropout help',
    {
      task: 6,
      points: 1,
      seeds: ONCE,
      hint: 'Do both penalties reach every step, and dropout every digit?',
    },
    async () => {
      // 12.28, 0.20, 12.58; without help 17.54, 0.25, 17.21 the smallest.
      const l2 = await trained('l2');
      expect(l2.norm, 'the length of all hidden weights together, √(Σ w²), with L2').toBeLessThanOrEqual(
        14.5,
      );
      const [plain, dropout] = [await trained('none'), await trained('dropout')];
      expect(plain.norm, 'the same without help').toBeGreaterThanOrEqual(15.5);
      // With L2 0.858, 0.032, 0.926; with dropout 0.862, 0.037, 0.944.
      const name = 'the loss on digits never seen, divided by that without help,';
      expect(l2.unseenLoss / plain.unseenLoss, `${name} with L2`).toBeLessThanOrEqual(1);
      expect(dropout.unseenLoss / plain.unseenLoss, `${name} with dropout`).toBeLessThanOrEqual(1);
    },
  );
});
