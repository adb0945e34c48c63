import { expect, type CheckContext } from 'descent/grading';
import { holds } from './ellipses.ts';
import { columnsOf, correlationOf, spreadOf } from './evenness.ts';
import type { exports } from './exports.ts';

/** Draws items with seeds of its own, and asks how even they are. */
export function checkItems({ check, student, stream }: CheckContext<typeof exports>): void {
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
}
