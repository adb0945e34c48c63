import { expect, type CheckContext } from 'descent/grading';
import { drawDigits, squareOf, type Image } from './digits.ts';
import type { exports } from './exports.ts';
import { massOf } from './judge.ts';

/** Asks how the changes of many images are drawn. */
export function checkAugment({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'angles of both signs',
    { task: 3, points: 2, hint: 'Degrees or radians? From where to where are the angles drawn?' },
    async () => {
      // A spot to the right of the middle of 15 × 15 pixels: where its center lies tells by how much it was turned.
      const spot = squareOf(15, (row, column) => Math.max(0, 1.5 - Math.hypot(row - 7, column - 12)));
      const seed = 1 + stream('angle').integer(1000);
      const images = await student.augmentBatch(Array<Image>(80).fill(spot), { rotate: 40 }, seed);
      const angles = images.map((image) => {
        const { row, column } = massOf(image);
        return (Math.atan2(7 - row, column - 7) * 180) / Math.PI;
      });
      expect(Math.max(...angles), 'the largest of 80 angles').toBeLessThanOrEqual(41.5);
      expect(Math.min(...angles), 'the smallest of 80 angles').toBeGreaterThanOrEqual(-41.5);
      // An even draw misses either bound once in 10⁸.
      expect(Math.max(...angles), 'the largest of 80 angles').toBeGreaterThanOrEqual(24);
      expect(Math.min(...angles), 'the smallest of 80 angles').toBeLessThanOrEqual(-24);
    },
  );

  check(
    'brighter or darker, image by image',
    { task: 3, points: 1, hint: 'One draw for a whole image. From where to where?' },
    async () => {
      const seed = 1 + stream('light').integer(1000);
      const gray = squareOf(4, () => 0.5);
      const images = await student.augmentBatch(Array<Image>(80).fill(gray), { brightness: 0.3 }, seed);
      const amounts = images.map((image) => image[0]![0]! - 0.5);
      images.forEach((image, place) => {
        const same = squareOf(4, () => image[0]![0]!);
        expect(image, `image ${place}, which was gray all over`).toBeCloseToTensor(same);
      });
      expect(Math.max(...amounts.map(Math.abs)), 'the largest change').toBeLessThanOrEqual(0.3001);
      expect(Math.max(...amounts), 'the largest of 80 changes').toBeGreaterThanOrEqual(0.18);
      expect(Math.min(...amounts), 'the smallest of 80 changes').toBeLessThanOrEqual(-0.18);
    },
  );

  check(
    'the seed decides about the changes',
    { task: 3, points: 2, hint: 'From which stream are all the numbers drawn?' },
    async () => {
      const [some] = await drawDigits(stream('some'), [6]);
      const amounts = { rotate: 20, shift: 1, brightness: 0.2 };
      const seed = 1 + stream('changes').integer(1000);
      const change = (own: number) => student.augmentBatch(some!.images, amounts, own);
      await expect(() => change(seed), `six digits, changed with seed ${seed}`).toBeDeterministic();
      expect(await change(seed + 1), 'the same, changed with another seed').not.toEqual(await change(seed));
    },
  );
}
