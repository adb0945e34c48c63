import { expect, type CheckContext, type TensorValue } from 'descent/grading';
import { drawMoves } from './draw.ts';
import type { exports } from './exports.ts';
import { isInside, peakOf } from './inside.ts';
import { accuracyOf } from './judge.ts';
import { drawScenes, imageOf, imagesOf, labelsOf, paint, SIZE } from './shapes.ts';

/** Trains one network, and looks at what it says and where it looks. */
export function checkTrained({ check, student, stream, once }: CheckContext<typeof exports>): void {
  /** The one network of this trial at which several checks look. */
  const network = once(() => {
    const scenes = drawScenes(stream('training'), 480);
    const seed = 1 + stream('seed').integer(1000);
    return student.train(imagesOf(scenes), labelsOf(scenes), { epochs: 16, seed });
  });

  check(
    'nineteen answers of twenty are right',
    {
      task: 2,
      points: 4,
      timeout: 90,
      partial: [
        [0.7, 1],
        [0.85, 2],
        [0.95, 4],
      ],
      hint: 'Is every image shown in every epoch, with its own labels? Is the learning rate fit?',
    },
    async () => {
      const scenes = drawScenes(stream('judged'), 240);
      const scores = await (await network()).predict(imagesOf(scenes));
      expect(scores, 'the scores of 240 images').toHaveShape([240, 3]);
      // 20 seeds of the solution, other images with each (wasm): mean 0.987, standard deviation 0.011, at least 0.960. Whoever
      // guesses gets 0.5.
      return accuracyOf(scores as TensorValue, scenes);
    },
  );

  check(
    'the map points at the shape',
    {
      task: 4,
      points: 3,
      timeout: 90,
      after: ['the map of any class'],
      partial: [
        [0.3, 1],
        [0.5, 2],
        [0.8, 3],
      ],
      hint: 'How many cells have your maps, and how far does each of them see? Is the network trained?',
    },
    async () => {
      const scenes = drawScenes(stream('pointed'), 120);
      const asked = scenes.flatMap((scene) => scene.shapes.map((shape) => ({ scene, shape })));
      let hits = 0;
      for (const { scene, shape } of asked) {
        const peak = peakOf(await student.cam(await network(), imageOf(scene), shape.label), SIZE);
        if (isInside(peak, shape)) hits++;
      }
      // The same 20: mean 0.961, standard deviation 0.015, at least 0.940. A random pixel hits one time in ten (25 of 256), the
      // brightest pixel never: it belongs to the bar.
      return hits / asked.length;
    },
  );

  check(
    'the peak moves with the shape',
    {
      task: 4,
      points: 2,
      timeout: 90,
      after: ['the map of any class'],
      hint: 'Does the map come from the image, cell by cell?',
    },
    async () => {
      const random = stream('moved');
      const cases = drawMoves(random, 30);
      let followed = 0;
      for (const { label, from, to, bar } of cases) {
        const peak = async (place: typeof from) => {
          const pixels = paint([{ label, ...place }], bar, random);
          return peakOf(await student.cam(await network(), imageOf({ pixels }), label), SIZE);
        };
        const [before, after] = [await peak(from), await peak(to)];
        const down = after.row - before.row - (to.row - from.row);
        const right = after.column - before.column - (to.column - from.column);
        if (Math.max(Math.abs(down), Math.abs(right)) <= 2) followed++;
      }
      // The same 20: all of them, with every seed.
      expect(followed / cases.length, 'the share of peaks that follow their shape').toReach(0.8, {
        better: 'higher',
      });
    },
  );
}
