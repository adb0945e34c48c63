import { createStream, exercise, expect, tensorValue, TensorValue } from 'descent/grading';
import { exports } from './exports.ts';
import { crossEntropyOf, meanOf } from './judge.ts';
import { KNOWN_NETWORKS, SMALL, valuesOf } from './networks.ts';
import { drawScenes, imageOf, imagesOf, labelsOf, SHAPES } from './shapes.ts';

const NETWORK = 'three scores, and feature maps';
const { size, factors, offsets, weights, biases, image } = SMALL;

exercise('31-class-activation-maps', exports, ({ check, student, submission }) => {
  // Everybody gets the same images here; the hidden checks draw others.
  const scenes = drawScenes(createStream(31).derive('visible'), 12);
  /** The network of two maps and two classes. */
  const small = async () => {
    const { averaging } = await submission.fixture(KNOWN_NETWORKS);
    return (averaging as { apply(...values: unknown[]): Promise<unknown> }).apply(
      size,
      factors,
      offsets,
      weights,
      biases,
    );
  };

  check(
    NETWORK,
    {
      task: 1,
      points: 2,
      hint: 'How many units has the last layer, and is there anything behind it? What is the last convolution called?',
    },
    async () => {
      const model = await student.buildModel(1);
      // A hundred times as bright, so that some score is far from what a probability may be.
      const bright = scenes.map(({ pixels }) => ({ pixels: pixels.map((pixel) => 100 * pixel) }));
      const scores = await model.predict(imagesOf(bright));
      expect(scores, 'the scores of 12 images').toHaveShape([12, 3]);
      const largest = Math.max(...valuesOf(scores as TensorValue).map(Math.abs));
      expect(
        largest,
        'the largest score of very bright images, or the negative of the least,',
      ).toBeGreaterThan(1.001);
      const maps = await student.featureMaps(model, imagesOf(scenes));
      const [count, h, w] = maps.shape;
      expect(count, 'how many images the layer "maps" has answers for').toBe(12);
      expect(h, 'the height of its maps').toBeGreaterThanOrEqual(4);
      expect(w, 'the width of its maps').toBeGreaterThanOrEqual(4);
    },
  );

  check(
    'the seed decides about the weights',
    { task: 1, points: 1, after: [NETWORK], hint: 'What do the initializers draw from?' },
    async () => {
      const predict = async (seed: number) => (await student.buildModel(seed)).predict(imagesOf(scenes));
      await expect(() => predict(1), 'the untrained network of seed 1').toBeDeterministic();
      expect(await predict(2), 'the scores with seed 2').not.toEqual(await predict(1));
    },
  );

  check(
    'twelve images are learned by heart',
    {
      task: 2,
      points: 2,
      after: [NETWORK],
      hint: 'Does every batch change the network? Do images and labels belong together? Does the loss get scores?',
    },
    async () => {
      const model = await student.train(imagesOf(scenes), labelsOf(scenes), { epochs: 100, seed: 3 });
      const scores = await model.predict(imagesOf(scenes));
      expect(scores, 'the scores of 12 images').toHaveShape([12, SHAPES.length]);
      const loss = crossEntropyOf(scores as TensorValue, scenes);
      // 20 seeds of the solution, other images with each (wasm): mean 0.0013, standard deviation 0.0016, at most 0.0074.
      expect(loss, 'the loss after 100 epochs on them').toReach(0.05, {
        better: 'lower',
        baseline: Math.log(2),
      });
    },
  );

  check(
    'maps of a known network',
    { task: 3, points: 2, hint: 'Which layer is called maps, and what does it make of the image?' },
    async () => {
      const maps = await student.featureMaps(await small(), tensorValue(image.data, [1, 2, 2, 1]));
      expect(maps, 'the feature maps of one image').toBeCloseToTensor(
        tensorValue([1, 1, 2, 0, 0, 2, 3, 0], [1, 2, 2, 2]),
      );
    },
  );

  check(
    'the map of a class, by hand',
    {
      task: 4,
      points: 2,
      hint: 'Which column of the last layer’s weights belongs to the class? The bias is left out.',
    },
    async () => {
      const network = await small();
      const first = await student.cam(network, image, 0);
      expect(first, 'the map of class 0').toBeCloseToTensor(tensorValue([1, 4, -2, 6], [2, 2]));
      const second = await student.cam(network, image, 1);
      expect(second, 'the map of class 1').toBeCloseToTensor(tensorValue([1, -4, 6, -6], [2, 2]));
    },
  );

  check(
    'the mean of a map is the score',
    {
      task: 4,
      points: 2,
      after: [NETWORK],
      hint: 'The score is the mean of the map plus the bias. Two images have the same bias, so it drops out of their difference.',
    },
    async () => {
      const model = await student.buildModel(4);
      const [one, other] = [scenes[0]!, scenes[1]!];
      const scores = (await model.predict(imagesOf([one, other]))) as TensorValue;
      for (const target of SHAPES.keys()) {
        const [mean, otherMean] = [
          meanOf(valuesOf(await student.cam(model, imageOf(one), target))),
          meanOf(valuesOf(await student.cam(model, imageOf(other), target))),
        ];
        const difference = scores.data[target]! - scores.data[SHAPES.length + target]!;
        expect(mean - otherMean, `the difference of the means of two maps of class ${target}`).toBeCloseTo(
          difference,
          4,
        );
      }
    },
  );

  check(
    'Grad-CAM by hand',
    {
      task: 5,
      points: 2,
      hint: 'Each map has 4 values, so each counts for a quarter of its weight. What is negative becomes 0.',
    },
    async () => {
      const network = await small();
      const first = await student.gradCam(network, image, 0);
      expect(first, 'Grad-CAM of class 0').toBeCloseToTensor(tensorValue([0.25, 1, 0, 1.5], [2, 2]));
      const second = await student.gradCam(network, image, 1);
      expect(second, 'Grad-CAM of class 1').toBeCloseToTensor(tensorValue([0.25, 0, 1.5, 0], [2, 2]));
    },
  );

  check(
    'where a map is largest',
    { task: 6, points: 1, hint: 'Which pixels lie under the largest cell? The answer is their middle.' },
    async () => {
      const found = await student.locate(tensorValue([1, 4, -2, 6, 0, 1], [2, 3]), 12);
      // Row 1 of 2 covers the pixels 6 to 11, column 0 of 3 the pixels 0 to 3.
      expect(found, 'the place of 6 in a map of 2 rows and 3 columns').toEqual({ row: 8.5, column: 1.5 });
    },
  );
});
