import { exercise, expect, type TensorValue } from 'descent/grading';
import { differencesOf, drawEllipse, drawItems, holds, overlapOf } from './ellipses.ts';
import { columnsOf, correlationOf, spreadOf } from './evenness.ts';
import { exports } from './exports.ts';
import { ellipsesOf, errorOf, errorOfMean, imagesOf } from './judge.ts';

const SIZE = 16;
type Head = 'flatten' | 'average';
type Input = 'colors' | 'difference';

exercise('30-ellipse-regression', exports, ({ check, student, stream, once }) => {
  /** The items of this trial. */
  const items = once(() => ({
    training: drawItems(stream('training'), 480, SIZE),
    judged: drawItems(stream('judged'), 300, SIZE),
  }));
  const seen = (input: Input, kind: 'training' | 'judged') =>
    input === 'colors' ? items()[kind] : differencesOf(items()[kind]);
  const trained = once((input: Input, head: Head) => {
    const known = seen(input, 'training');
    const seed = 1 + stream('seed').integer(1000);
    return student.train(imagesOf(known), ellipsesOf(known), { head, epochs: 12, seed });
  });
  /** The error of one network of this trial on images that it has not seen. */
  const errorWith = async (input: Input, head: Head) => {
    const judged = seen(input, 'judged');
    const found = await (await trained(input, head)).predict(imagesOf(judged));
    expect(found, `what it says of ${judged.length} images`).toHaveShape([judged.length, 4]);
    return errorOf(found as TensorValue, judged);
  };

  check(
    'pixels in any ellipse',
    { task: 1, points: 1, hint: 'Which radius goes with which direction? Is the middle of the pixel meant?' },
    async () => {
      const random = stream('pixels');
      for (let round = 0; round < 60; round++) {
        const drawn = drawEllipse(random);
        const size = 8 + random.integer(20);
        // Around the center, where both answers occur.
        const near = (middle: number) =>
          Math.min(size - 1, Math.max(0, Math.floor(size * (middle + 0.6 * (random.uniform() - 0.5)))));
        const [row, column] = [near(drawn[1]!), near(drawn[0]!)];
        const found = await student.isInside(drawn, row, column, size);
        expect(found, `whether an ellipse holds row ${row}, column ${column} of ${size}`).toBe(
          holds(drawn, row, column, size),
        );
      }
    },
  );

  const pure = 'items of any seed';
  check(
    pure,
    {
      task: 2,
      points: 2,
      hint: 'Center and radii in fractions of the image, rows from the top. The whole ellipse is in the image.',
    },
    async () => {
      const seed = stream('items').integer(100_000);
      for (let i = 0; i < 40; i++) {
        const size = 12 + (i % 9);
        const { image, ellipse } = await student.ellipseItem(seed, i, size);
        const [x, y, radiusX, radiusY] = ellipse as readonly [number, number, number, number];
        for (const [name, radius] of [
          ['horizontal', radiusX],
          ['vertical', radiusY],
        ] as const) {
          expect(radius, `the ${name} radius of item ${i}`).toBeGreaterThanOrEqual(0.1);
          expect(radius, `the ${name} radius of item ${i}`).toBeLessThanOrEqual(0.35);
        }
        expect(Math.min(x - radiusX, y - radiusY), `left or upper end of item ${i}`).toBeGreaterThanOrEqual(
          -1e-6,
        );
        expect(Math.max(x + radiusX, y + radiusY), `right or lower end of item ${i}`).toBeLessThanOrEqual(
          1 + 1e-6,
        );
        expect(image, `the image of item ${i}`).toHaveShape([size, size, 3]);
        let front: string | undefined;
        let back: string | undefined;
        for (let pixel = 0; pixel < size * size; pixel++) {
          const color = image.data.slice(3 * pixel, 3 * pixel + 3).join(' ');
          const isIn = holds(ellipse, Math.floor(pixel / size), pixel % size, size);
          if (isIn) front ??= color;
          else back ??= color;
          expect(
            color,
            `the color at row ${Math.floor(pixel / size)}, column ${pixel % size} of item ${i}`,
          ).toBe(isIn ? front : back);
        }
        expect(front, `the color of the ellipse of item ${i}`).not.toBe(back);
      }
    },
  );

  check(
    'radii, places and colors are drawn evenly',
    {
      task: 2,
      points: 2,
      after: [pure],
      hint: 'Both radii, both coordinates and all six numbers of the colors are drawn, each on its own and evenly.',
    },
    async () => {
      const seed = stream('many').integer(100_000);
      const drawn = await Promise.all(Array.from({ length: 300 }, (_, i) => student.ellipseItem(seed, i, 6)));
      const columns = columnsOf(drawn, 6);
      for (const { name, values } of columns) {
        const { mean, deviation } = spreadOf(values);
        // Even numbers have the mean 0.5 and the standard deviation 0.289; with 300 of them, 0.1 and 0.05 are six standard errors.
        expect(Math.abs(mean - 0.5), `${name}: the distance of the mean from 0.5`).toBeLessThanOrEqual(0.1);
        expect(
          Math.abs(deviation - 0.289),
          `${name}: the distance of the standard deviation from 0.289`,
        ).toBeLessThanOrEqual(0.05);
      }
      for (const [index, one] of columns.entries()) {
        for (const other of columns.slice(0, index)) {
          expect(
            Math.abs(correlationOf(one.values, other.values)),
            `${one.name} and ${other.name}: the size of their correlation`,
          ).toBeLessThanOrEqual(0.4);
        }
      }
    },
  );

  check(
    'differences of any images',
    { task: 3, points: 1, hint: 'Every image has a corner of its own.' },
    async () => {
      const some = drawItems(stream('difference'), 3, 9);
      const found = await student.difference(imagesOf(some));
      expect(found, 'the differences of three images').toBeCloseToTensor(imagesOf(differencesOf(some)), {
        absolute: 1e-5,
      });
    },
  );

  check(
    'the head decides what the last layers see',
    {
      task: 4,
      points: 2,
      hint: 'Behind an average, does the number of parameters depend on the size of the image? And behind flatten?',
    },
    async () => {
      const size = 16 + 4 * stream('size').integer(3);
      const count = async (head: Head, pixels: number) =>
        (await student.buildModel(pixels, 1, head, 1)).call('countParams');
      const [small, large] = [await count('average', size), await count('average', 2 * size)];
      expect(large, `parameters for images of ${2 * size} pixels, with head "average",`).toBe(small);
      const [flatSmall, flatLarge] = [await count('flatten', size), await count('flatten', 2 * size)];
      expect(flatLarge, `parameters for images of ${2 * size} pixels, with head "flatten",`).toBeGreaterThan(
        Number(flatSmall),
      );
    },
  );

  check(
    'the same seed, the same network',
    { task: 5, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const some = drawItems(stream('few'), 48, SIZE);
      const short = async () => {
        const options = { head: 'flatten', epochs: 2, seed: 5 };
        return (await student.train(imagesOf(some), ellipsesOf(some), options)).predict(imagesOf(some));
      };
      await expect(short, 'what the network says after two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'twice as good as the mean',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [0.8, 1],
        [0.5, 3],
      ],
      hint: 'Is every image shown in every epoch, with its own ellipse? Is the learning rate fit?',
    },
    async () => {
      // 20 seeds of the solution, other images with each (wasm): error 0.0053 in the mean, standard deviation 0.0008, at most 0.0076;
      // always saying the mean of the training ellipses 0.0162 ± 0.0005. So a share of 0.33 ± 0.05.
      const error = await errorWith('colors', 'flatten');
      return error / errorOfMean(items().training, items().judged);
    },
  );

  check(
    'without colors it is much better',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [0.008, 1],
        [0.004, 2],
        [0.0025, 3],
      ],
      hint: 'Does the network take images of one channel? Has it enough filters, and time?',
    },
    // The same 20: mean 0.0012, standard deviation 0.0003, at most 0.0019.
    async () => errorWith('difference', 'flatten'),
  );

  check(
    'an average loses the place',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [1.3, 1],
        [2, 3],
      ],
      hint: 'Does "head" reach the network? What is left of "here" in the mean over all places?',
    },
    async () => {
      const [flat, average] = [
        await errorWith('difference', 'flatten'),
        await errorWith('difference', 'average'),
      ];
      // The same 20: errors 0.0104 ± 0.0022 and 0.0012 ± 0.0003.
      return average / flat;
    },
  );

  check(
    'the overlap of any two ellipses',
    { task: 6, points: 1, hint: 'Pixels in neither do not count, and pixels in both count once.' },
    async () => {
      const random = stream('overlap');
      for (let round = 0; round < 12; round++) {
        const one = drawEllipse(random);
        // Nearby, so that they overlap.
        const other = one.map((value, part) => value + (part < 2 ? 0.1 : 0.05) * (random.uniform() - 0.5));
        const size = 12 + random.integer(20);
        expect(
          await student.iou(one, other, size),
          `the overlap of two ellipses on ${size} × ${size} pixels`,
        ).toBeCloseTo(overlapOf(one, other, size), 5);
      }
    },
  );
});
