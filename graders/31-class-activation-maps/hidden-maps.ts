import { expect, tensorValue, type CheckContext } from 'descent/grading';
import { drawNetwork, normals, weighed } from './draw.ts';
import type { exports } from './exports.ts';
import { peakOf } from './inside.ts';
import { meanOf } from './judge.ts';
import { KNOWN_NETWORKS, made, mapsAt, valuesOf } from './networks.ts';
import { drawScenes, imageOf, SHAPES } from './shapes.ts';

/** Looks at the maps of networks that are known or untrained, where every value can be computed. */
export function checkMaps({ check, student, submission, stream }: CheckContext<typeof exports>): void {
  check(
    'maps of any network',
    { task: 3, points: 2, hint: 'One set of maps for each image, from the layer called maps.' },
    async () => {
      const { size, filters, factors, offsets, pixels } = drawNetwork(stream('maps'));
      const build = await made(submission, KNOWN_NETWORKS, 'averaging');
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
      const build = await made(submission, KNOWN_NETWORKS, 'averaging');
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
      const build = await made(submission, KNOWN_NETWORKS, 'flattening');
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
}
