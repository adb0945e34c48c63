import { describe, expect, it } from 'vitest';
import { returns } from '../check/returned.ts';
import { testSubmissions } from '../submission/test-submissions.ts';
import { definePictures } from './picture.ts';
import type { PictureOptions } from './attempt-pictures.ts';
import { specifyPictures } from './specify-pictures.ts';

const { pool } = testSubmissions({ limits: { loadMilliseconds: 20_000 } });

const color = { ink: 'black', muted: 'gray', grid: 'silver', first: 'blue', second: 'red', third: 'green' };
const file = definePictures(
  { double: returns.number },
  {
    dots: {
      title: 'Dots',
      description: 'A dot.',
      draw: async ({ student, stream, color: { first } }) => ({
        data: { values: [{ y: await student.double(stream('data').uniform()) }] },
        mark: { type: 'point', color: first },
      }),
    },
    number: {
      title: 'A number',
      description: 'Eight.',
      draw: async ({ student }) => ({ title: await student.double(4) }),
    },
  },
);

const specify = (source: string, options: Partial<PictureOptions> & { names?: string[] } = {}) =>
  specifyPictures({
    manifest: {
      id: '01-trial',
      pictures: options.names ?? ['number', 'dots'],
      limits: { seconds: 20, megabytes: 512 },
    },
    file,
    files: { 'exercise.ts': source },
    pool,
    color,
    ...options,
  });
const solved = 'export const double = (x: number) => 2 * x;';

describe('specifyPictures', () => {
  it("makes pictures of what the answer's functions bring, in the order of exercise.yaml", async () => {
    const [number, dots] = await specify(solved);
    expect(number).toEqual({
      name: 'number',
      title: 'A number',
      description: 'Eight.',
      spec: { title: 8 },
    });
    expect(dots).toMatchObject({ name: 'dots', spec: { mark: { type: 'point', color: 'blue' } } });
  });

  it('draws the same data for a seed, and other data for another', async () => {
    const [first, again, other] = [
      await specify(solved, { names: ['number', 'dots'] }),
      await specify(solved, { seed: 1 }),
      await specify(solved, { seed: 2 }),
    ];
    expect(first).toEqual(again);
    expect(first[1]).not.toEqual(other[1]);
  });

  it("throws what the answer's functions come to", async () => {
    await expect(specify('export const double = () => undefined;')).rejects.toThrow(
      'double returned nothing (undefined), where a number is expected: is a "return" missing?',
    );
  });

  it('names a picture that only one side knows', async () => {
    await expect(specify(solved, { names: ['number', 'dots', 'sums'] })).rejects.toThrow(
      'graders/01-trial/pictures.ts has no picture "sums"',
    );
    await expect(specify(solved, { names: ['number'] })).rejects.toThrow(
      'exercises/01-trial/exercise.yaml does not name "dots"',
    );
  });
});
