import { expect, type CheckContext, type Stream } from 'descent/grading';
import { moved, turned } from './changes.ts';
import { squareOf } from './digits.ts';
import type { exports } from './exports.ts';
import { massOf } from './judge.ts';

const drawImage = (stream: Stream, side: number) => squareOf(side, () => stream.uniform());

/** Moves, brightens and turns single images. */
export function checkChanges({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'any image, moved anywhere',
    {
      task: 1,
      points: 2,
      hint: 'Images may be wider than high, and moved so far that nothing is left of them.',
    },
    async () => {
      const random = stream('moves');
      for (const [down, right] of [
        [1, -2],
        [-3, 1],
        [0, 9],
      ] as const) {
        const image = drawImage(random, 6).slice(1);
        expect(
          await student.translate(image, down, right),
          `an image of 5 × 6 pixels, moved by ${down} and ${right}`,
        ).toBeCloseToTensor(moved(image, down, right));
      }
    },
  );

  check(
    'brightness of any image',
    { task: 1, points: 1, hint: 'Do all pixels stay from 0 to 1?' },
    async () => {
      const random = stream('brightness');
      const image = drawImage(random, 5);
      for (const amount of [random.uniform(), -random.uniform()]) {
        const expected = image.map((row) => row.map((value) => Math.min(1, Math.max(0, value + amount))));
        expect(await student.brighten(image, amount), 'a brighter or darker image').toBeCloseToTensor(
          expected,
        );
      }
    },
  );

  check(
    'any angle',
    {
      task: 2,
      points: 3,
      hint: 'Which way around? Which four pixels count how much? What counts at the border?',
    },
    async () => {
      const random = stream('angles');
      for (const side of [6, 7]) {
        const image = drawImage(random, side);
        const angle = 360 * random.uniform() - 180;
        expect(await student.rotate(image, angle), 'a turned image').toBeCloseToTensor(turned(image, angle), {
          absolute: 1e-4,
        });
      }
    },
  );

  check(
    'a disk stays a disk',
    {
      task: 2,
      points: 1,
      hint: 'Turning about the middle moves no ink away from there. Where is the middle of 14 pixels?',
    },
    async () => {
      const radius = 4 + stream('disk').uniform();
      const disk = squareOf(14, (row, column) =>
        Math.min(1, Math.max(0, radius - Math.hypot(row - 6.5, column - 6.5))),
      );
      const before = massOf(disk);
      for (const angle of [25, 45, 170]) {
        const { mass, row, column } = massOf(await student.rotate(disk, angle));
        const share = mass / before.mass;
        expect(Math.abs(share - 1), 'how much ink is won or lost, as a share').toBeLessThanOrEqual(0.03);
        expect(row, 'the row of its center').toBeCloseTo(6.5, 1);
        expect(column, 'the column of its center').toBeCloseTo(6.5, 1);
      }
    },
  );
}
