import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { drawRing } from './lorenz.ts';

/** Asks for windows on the ring, places on a circle, and rain. */
export function checkFeatures({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'windows of any width',
    { task: 4, points: 1, hint: 'How long is a row with n neighbors on each side? With none?' },
    async () => {
      const random = stream('windows');
      const X = drawRing(random);
      for (const neighbors of [0, 2, 3]) {
        const expected = X.map((_, k) =>
          Array.from({ length: 2 * neighbors + 1 }, (_unused, place) => X.at((k - neighbors + place) % 8)),
        );
        expect(await student.features(X, neighbors), `the windows with ${neighbors} neighbors`).toEqual(
          expected,
        );
      }
    },
  );

  check(
    'any place on any circle',
    { task: 4, points: 1, hint: 'Does a year work as well as a day, and the day after its last one?' },
    async () => {
      const random = stream('circle');
      const period = 2 + random.integer(364);
      const value = period * random.uniform();
      const place = await student.cyclic(value, period);
      const [sine, cosine] = [place[0] ?? NaN, place[1] ?? NaN];
      expect(place, 'the place on the circle').toHaveLength(2);
      expect(sine ** 2 + cosine ** 2, 'its squared distance from the middle').toBeCloseTo(1, 8);
      const turns = Math.atan2(sine, cosine) / (2 * Math.PI);
      expect((turns + 1) % 1, 'how far around it is').toBeCloseTo(value / period, 8);
      expect(await student.cyclic(value + period, period), 'the same place a period later').toBeCloseToTensor(
        place,
        { absolute: 1e-8 },
      );
    },
  );

  check(
    'a trace of rain',
    { task: 4, points: 1, hint: 'Far below zero, 1 + eᶻ is rounded to 1, and its logarithm to 0.' },
    async () => {
      const z = -(40 + 20 * stream('rain').uniform());
      const ratio = (await student.softplus(z)) / Math.exp(z);
      expect(ratio, 'softplus far below zero, as a share of the exponential,').toBeCloseTo(1, 6);
    },
  );
}
