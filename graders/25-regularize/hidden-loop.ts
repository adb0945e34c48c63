import { expect, type CheckContext } from 'descent/grading';
import { drawDigits, type Digits } from './digits.ts';
import type { exports } from './exports.ts';
import {
  combined,
  crossEntropyOf,
  distanceOf,
  drawNet,
  numbersOf,
  PLAIN,
  slopesOf,
  type Net,
} from './network.ts';

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

/** Looks at single steps, and at trainings so short that every step can be computed. */
export function checkLoop({ check, student, stream }: CheckContext<typeof exports>): void {
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
}
