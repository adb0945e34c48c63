import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import type { KernelMachine } from './fast-kernel.ts';
import { startFastKernels, tensorOf } from './on-both-backends.ts';

let machine: KernelMachine;
beforeAll(async () => {
  machine = await startFastKernels();
});

const RATE = 0.03;
type Slots = readonly tf.Tensor[];
type Places = readonly number[];

interface Rule {
  readonly slots: number;
  /** One step by operations of TensorFlow.js, in the order of framework/training/optimizers. */
  reference(
    weight: tf.Tensor,
    gradient: tf.Tensor,
    slots: Slots,
    step: number,
  ): readonly [tf.Tensor, ...tf.Tensor[]];
  /** The same by the kernel. */
  update(weight: number, gradient: number, slots: Places, size: number, step: number): void;
}

const decayed = (slot: tf.Tensor, value: tf.Tensor, decay: number) =>
  tf.add(tf.mul(slot, decay), tf.mul(value, 1 - decay));

function momentumRule(nesterov: boolean): Rule {
  return {
    slots: 1,
    reference(weight, gradient, [velocity]) {
      const next = tf.add(tf.mul(velocity!, 0.9), gradient);
      const direction = nesterov ? tf.add(gradient, tf.mul(next, 0.9)) : next;
      return [tf.sub(weight, tf.mul(direction, RATE)), next];
    },
    update: (weight, gradient, [velocity], size) => {
      machine.kernels.momentum(weight, gradient, velocity!, size, RATE, 0.9, Number(nesterov));
    },
  };
}

function rmspropRule(centered: boolean, momentum: number): Rule {
  return {
    slots: 3,
    reference(weight, gradient, [square, mean, velocity]) {
      const nextSquare = decayed(square!, tf.square(gradient), 0.9);
      const nextMean = centered ? decayed(mean!, gradient, 0.9) : mean!;
      const spread = centered ? tf.relu(tf.sub(nextSquare, tf.square(nextMean))) : nextSquare;
      const step = tf.div(tf.mul(gradient, RATE), tf.sqrt(tf.add(spread, 1e-7)));
      const nextVelocity = momentum > 0 ? tf.add(tf.mul(velocity!, momentum), step) : velocity!;
      return [tf.sub(weight, momentum > 0 ? nextVelocity : step), nextSquare, nextMean, nextVelocity];
    },
    update: (weight, gradient, [square, mean, velocity], size) => {
      const meanAt = centered ? mean! : 0;
      const velocityAt = momentum > 0 ? velocity! : 0;
      machine.kernels.rmsprop(
        weight,
        gradient,
        square!,
        meanAt,
        velocityAt,
        size,
        RATE,
        0.9,
        1 - 0.9,
        momentum,
        1e-7,
      );
    },
  };
}

const RULES: Record<string, Rule> = {
  sgd: {
    slots: 0,
    reference: (weight, gradient) => [tf.sub(weight, tf.mul(gradient, RATE))],
    update: (weight, gradient, _slots, size) => {
      machine.kernels.sgd(weight, gradient, size, RATE);
    },
  },
  momentum: momentumRule(false),
  'momentum, nesterov': momentumRule(true),
  adagrad: {
    slots: 1,
    reference(weight, gradient, [sum]) {
      const next = tf.add(sum!, tf.square(gradient));
      return [tf.sub(weight, tf.div(tf.mul(gradient, RATE), tf.sqrt(tf.add(next, 1e-7)))), next];
    },
    update: (weight, gradient, [sum], size) => {
      machine.kernels.adagrad(weight, gradient, sum!, size, RATE, 1e-7);
    },
  },
  rmsprop: rmspropRule(false, 0),
  'rmsprop, centered, with momentum': rmspropRule(true, 0.8),
  adam: {
    slots: 2,
    reference(weight, gradient, [mean, square], step) {
      const nextMean = decayed(mean!, gradient, 0.9);
      const nextSquare = decayed(square!, tf.square(gradient), 0.999);
      const root = Math.sqrt(1 - 0.999 ** step);
      const rate = (RATE * root) / (1 - 0.9 ** step);
      const direction = tf.div(nextMean, tf.add(tf.sqrt(nextSquare), 1e-7 * root));
      return [tf.sub(weight, tf.mul(direction, rate)), nextMean, nextSquare];
    },
    update(weight, gradient, [mean, square], size, step) {
      const { kernels } = machine;
      const root = Math.sqrt(1 - kernels.integerPower(0.999, step));
      const rate = (RATE * root) / (1 - kernels.integerPower(0.9, step));
      kernels.adam(weight, gradient, mean!, square!, size, rate, 0.9, 1 - 0.9, 0.999, 1 - 0.999, 1e-7 * root);
    },
  },
};

describe('gives the same bits as the operations it is made of', () => {
  test.each(Object.keys(RULES))('%s', (name) => {
    const rule = RULES[name]!;
    const gradients = fc
      .integer({ min: 0, max: 30 })
      .chain((size) => fc.tuple(tensorOf([size]), tensorOf([size]), tensorOf([size]), tensorOf([size])));
    fc.assert(
      fc.property(gradients, ([start, ...steps]) => {
        tf.tidy(() => {
          const size = start.values.length;
          let weight = tf.tensor1d([...start.values]) as tf.Tensor;
          let slots = Array.from({ length: rule.slots }, () => tf.zeros([size]));
          const ownWeight = tf.tensor1d([...start.values]);
          const ownSlots = Array.from({ length: rule.slots }, () => tf.zeros([size]));
          steps.forEach(({ values }, index) => {
            const gradient = tf.tensor1d([...values]);
            [weight, ...slots] = rule.reference(weight, gradient, slots, index + 1);
            const [weightAt, gradientAt, ...slotsAt] = [ownWeight, gradient, ...ownSlots].map((tensor) =>
              machine.heap.address(tensor),
            ) as [number, number, ...number[]];
            rule.update(weightAt, gradientAt, slotsAt, size, index + 1);
          });
          expect(ownWeight.dataSync()).toEqual(weight.dataSync());
          ownSlots.forEach((slot, index) => {
            expect(slot.dataSync()).toEqual(slots[index]!.dataSync());
          });
        });
      }),
      { seed: 1, numRuns: 30 },
    );
  });
});

test('shrinks, clips and adds in place', () => {
  const { kernels, heap } = machine;
  tf.tidy(() => {
    const x = tf.tensor1d([-3, -1, 0, 1, 3]);
    kernels.clipInPlace(heap.address(x), 5, 2);
    expect([...x.dataSync()]).toEqual([-2, -1, 0, 1, 2]);
    kernels.scaleInPlace(heap.address(x), 5, 0.5);
    expect([...x.dataSync()]).toEqual([-1, -0.5, 0, 0.5, 1]);
    kernels.addScaledInPlace(heap.address(x), heap.address(tf.tensor1d([1, 2, 3, 4, 5])), 5, 2);
    expect([...x.dataSync()]).toEqual([1, 3.5, 6, 8.5, 11]);
    expect(kernels.sumOfSquares(heap.address(x), 5)).toBe(1 + 12.25 + 36 + 72.25 + 121);
    expect(kernels.sumOfFloats(heap.address(x), 5)).toBe(30);
  });
});

test('a whole power is exact to the last places', () => {
  expect(machine.kernels.integerPower(0.9, 0)).toBe(1);
  expect(machine.kernels.integerPower(0.999, 1000)).toBeCloseTo(0.999 ** 1000, 14);
});
