import { exercise, expect } from 'descent/grading';
import { differencesOf, drawEllipse, drawItems, holds, overlapOf } from './ellipses.ts';
import { exports } from './exports.ts';
import { checkItems } from './hidden-items.ts';
import { checkTrained } from './hidden-trained.ts';
import { imagesOf } from './judge.ts';

exercise('30-ellipse-regression', exports, (context) => {
  const { check, student, stream } = context;

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

  checkItems(context);

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
      const count = async (head: 'flatten' | 'average', pixels: number) =>
        (await student.buildModel(pixels, 1, head, 1)).call('countParams');
      const [small, large] = [await count('average', size), await count('average', 2 * size)];
      expect(large, `parameters for images of ${2 * size} pixels, with head "average",`).toBe(small);
      const [flatSmall, flatLarge] = [await count('flatten', size), await count('flatten', 2 * size)];
      expect(flatLarge, `parameters for images of ${2 * size} pixels, with head "flatten",`).toBeGreaterThan(
        Number(flatSmall),
      );
    },
  );

  checkTrained(context);

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
