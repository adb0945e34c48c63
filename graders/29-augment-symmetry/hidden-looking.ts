import { expect, type CheckContext } from 'descent/grading';
import { moved, turned } from './changes.ts';
import { drawDigits, squareOf, type Image } from './digits.ts';
import type { exports } from './exports.ts';
import { namesOf, rightShareOf } from './judge.ts';

/** Looks at a network that has learned a little: at what it is sensitive to, and what it confuses. */
export function checkLooking({ check, student, stream, once }: CheckContext<typeof exports>): void {
  /** A network that has learned a little, and 80 digits. */
  const beginner = once(async () => {
    const [training, validation, some] = await drawDigits(stream('beginner'), [160, 20, 80]);
    const model = await student.buildCnn(3);
    await student.fit(model, training, validation, { seed: 3, epochs: 3 });
    return { model, some: some! };
  });

  check(
    'turned and shifted digits',
    {
      task: 5,
      points: 2,
      hint: 'Each amount is applied to the images as they were. Shifted to the right, not down.',
    },
    async () => {
      const { model, some } = await beginner();
      const cases = [
        ['rotate', [-90, 20, 180], turned],
        ['shift', [-2, 1, 4], (image: Image, right: number) => moved(image, 0, right)],
      ] as const;
      for (const [change, amounts, apply] of cases) {
        const found = await student.sensitivity(model, some, change, amounts);
        expect(found, `the accuracies after "${change}"`).toHaveLength(amounts.length);
        for (const [place, amount] of amounts.entries()) {
          const images = some.images.map((image) => apply(image, amount));
          const share = await rightShareOf(model, { images, labels: some.labels });
          // A tie between two names may be decided by the last bit.
          expect(
            Math.abs(found[place]! - share),
            `"${change}" by ${amount}: the error of the accuracy`,
          ).toBeLessThanOrEqual(0.014);
        }
      }
    },
  );

  check(
    'who is taken for whom',
    { task: 5, points: 1, hint: 'Is every digit counted once, at its row and column?' },
    async () => {
      const { model, some } = await beginner();
      const named = await namesOf(model, some.images);
      const expected = squareOf(
        10,
        (row, column) =>
          some.labels.filter((label, place) => label === row && named[place] === column).length,
      );
      expect(await student.confusion(model, some), 'the confusion matrix').toEqual(expected);
    },
  );
}
