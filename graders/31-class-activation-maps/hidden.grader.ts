import { exercise, expect, tensorValue, type TensorValue } from 'descent/grading';
import { drawMoves, drawNetwork, normals, weighed } from './draw.ts';
import { exports } from './exports.ts';
import { INSPECTION, inspected, isInside, peakOf, scoresFrom } from './inside.ts';
import { accuracyOf, meanOf } from './judge.ts';
import { KNOWN_NETWORKS, mapsAt, valuesOf } from './networks.ts';
import { drawScenes, imageOf, imagesOf, labelsOf, paint, SHAPES, SIZE } from './shapes.ts';

/** A function of a fixture, which stays in the process of the answer. */
interface Made {
  apply(...values: readonly unknown[]): Promise<unknown>;
}

exercise('31-class-activation-maps', exports, ({ check, student, submission, stream, once }) => {
  const made = async (source: string, name: string) => (await submission.fixture(source))[name] as Made;

  /** The one network of this trial at which several checks look. */
  const network = once(() => {
    const scenes = drawScenes(stream('training'), 480);
    const seed = 1 + stream('seed').integer(1000);
    return student.train(imagesOf(scenes), labelsOf(scenes), { epochs: 16, seed });
  });

  check(
    'the score is a weighted mean of the maps',
    {
      task: 1,
      points: 2,
      hint: 'What stands between the layer "maps" and the scores? Nothing may flatten them.',
    },
    async () => {
      const scenes = drawScenes(stream('untrained'), 6);
      const model = await student.buildModel(1 + stream('seed').integer(1000));
      const inspect = await made(INSPECTION, 'inspect');
      const reading = inspected.read(await inspect.apply(model, imagesOf(scenes)));
      if ('wrong' in reading) {
        expect(reading.wrong, 'what is found in the network').toBe('maps, three scores, weights and a bias');
        return;
      }
      expect(reading.value.scores, 'the scores of 6 images').toBeCloseToTensor(scoresFrom(reading.value), {
        absolute: 1e-4,
      });
    },
  );

  check(
    'the same seed, the same network',
    { task: 2, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const few = drawScenes(stream('few'), 48);
      const short = async () => {
        const network = await student.train(imagesOf(few), labelsOf(few), { epochs: 2, seed: 5 });
        return network.predict(imagesOf(few));
      };
      await expect(short, 'the scores after two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'maps of any network',
    { task: 3, points: 2, hint: 'One set of maps for each image, from the layer called maps.' },
    async () => {
      const { size, filters, factors, offsets, pixels } = drawNetwork(stream('maps'));
      const build = await made(KNOWN_NETWORKS, 'averaging');
      const weights = tensorValue(normals(stream('weights'), 2 * filters), [filters, 2]);
      const model = await build.apply(size, factors, offsets, weights, [0, 0]);
      const other = pixels.toReversed();
      const images = tensorValue([...pixels, ...other], [2, size, size, 1]);
      const expected = [...pixels, ...other].flatMap((pixel) => mapsAt(pixel, factors, offsets));
      expect(await student.featureMaps(model, images), 'the feature maps of two images').toBeCloseToTensor(
        tensorValue(expected, [2, size, size, filters]),
        { absolute: 1e-4 },
      );
    },
  );

  check(
    'the map of any class',
    { task: 4, points: 2, hint: 'Is it the class that is asked about, whatever the network says?' },
    async () => {
      const { size, filters, classes, factors, offsets, pixels } = drawNetwork(stream('map'));
      const values = normals(stream('weights'), filters * classes);
      const biases = normals(stream('biases'), classes);
      const build = await made(KNOWN_NETWORKS, 'averaging');
      const weights = tensorValue(values, [filters, classes]);
      const model = await build.apply(size, factors, offsets, weights, biases);
      for (let target = 0; target < classes; target++) {
        const own = factors.map((_, k) => values[k * classes + target]!);
        const expected = pixels.map((pixel) => weighed(mapsAt(pixel, factors, offsets), own));
        const map = await student.cam(model, tensorValue(pixels, [size, size, 1]), target);
        expect(map, `the map of class ${target} of ${classes}`).toBeCloseToTensor(
          tensorValue(expected, [size, size]),
          { absolute: 1e-4 },
        );
      }
    },
  );

  check(
    'Grad-CAM is what CAM has above zero',
    {
      task: 5,
      points: 2,
      after: ['the map of any class'],
      hint: 'In a network that averages its maps, the derivative is the weight, divided by how many places there are.',
    },
    async () => {
      const [scene] = drawScenes(stream('scene'), 1);
      const model = await student.buildModel(1 + stream('seed').integer(1000));
      for (const target of SHAPES.keys()) {
        const map = await student.cam(model, imageOf(scene!), target);
        const expected = valuesOf(map).map((value) => Math.max(0, value) / map.data.length);
        const found = await student.gradCam(model, imageOf(scene!), target);
        expect(found, `Grad-CAM of class ${target}`).toBeCloseToTensor(tensorValue(expected, map.shape), {
          absolute: 1e-5,
        });
      }
    },
  );

  check(
    'Grad-CAM of another network',
    {
      task: 5,
      points: 3,
      hint: 'Behind the maps there may be any layers. The derivatives of one map differ from place to place: take their mean.',
    },
    async () => {
      const { size, filters, classes, factors, offsets, pixels } = drawNetwork(stream('flat'));
      const places = size * size;
      // Mostly above 0, so that something is left of each map.
      const values = normals(stream('weights'), places * filters * classes).map((value) => value + 1);
      const build = await made(KNOWN_NETWORKS, 'flattening');
      const weights = tensorValue(values, [places * filters, classes]);
      const model = await build.apply(size, factors, offsets, weights);
      for (let target = 0; target < classes; target++) {
        const importance = factors.map((_, k) =>
          meanOf(
            Array.from(
              { length: places },
              (_place, place) => values[(place * filters + k) * classes + target]!,
            ),
          ),
        );
        const expected = pixels.map((pixel) =>
          Math.max(0, weighed(mapsAt(pixel, factors, offsets), importance)),
        );
        const found = await student.gradCam(model, tensorValue(pixels, [size, size, 1]), target);
        expect(found, `Grad-CAM of class ${target} of a network that flattens its maps`).toBeCloseToTensor(
          tensorValue(expected, [size, size]),
          { absolute: 1e-4 },
        );
      }
    },
  );

  check(
    'the place in any map',
    {
      task: 6,
      points: 2,
      hint: 'Does it work for maps with more rows than columns, and with negative values only?',
    },
    async () => {
      const random = stream('place');
      for (const sign of [1, -1]) {
        const [h, w] = [2 + random.integer(4), 6 + random.integer(3)];
        // All above 0, or all below; the largest value occurs once.
        const order = Array.from(random.permutation(h * w), (value) =>
          sign === 1 ? value + 1 : value - h * w,
        );
        const map = tensorValue(order, [h, w]);
        const size = 10 * (1 + random.integer(5));
        const { row, column } = await student.locate(map, size);
        const right = peakOf(map, size);
        expect(row, `the row in an image of ${size} pixels, with a map [${h}, ${w}],`).toBeCloseTo(
          right.row,
          4,
        );
        expect(column, 'its column').toBeCloseTo(right.column, 4);
      }
    },
  );

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
});
