import { exercise, expect, tensorValue, TensorValue, type Stream } from 'descent/grading';
import { drawDigits, SIDE } from './digits.ts';
import { exports } from './exports.ts';
import { askNetwork, crossEntropyOf, mostProbable, rightShareOf, softmaxOf } from './judge.ts';
import { imagesOf, known } from './known.ts';

/** Digits of a random network's making: ten random numbers each, and half of the labels right. */
function drawAnswers(stream: Stream, count: number) {
  const logits = Array.from({ length: count }, () => Array.from({ length: 10 }, () => 2 * stream.normal()));
  const probabilities = logits.map(softmaxOf);
  const labels = probabilities.map((own) => (mostProbable(own) + (stream.uniform() < 0.5 ? 0 : 3)) % 10);
  return { digits: imagesOf(logits, labels), probabilities, labels };
}

/** A model taken apart: the shapes of its weights, and the types of its layers. */
async function partsOf(model: { export(): Promise<unknown> }) {
  const { topology, weights } = (await model.export()) as { topology: Uint8Array; weights: TensorValue[] };
  const types = new TextDecoder().decode(topology).match(/"class_name":"\w+"/g) ?? [];
  return {
    shapes: weights.map(({ shape }) => [...shape]),
    types: types.map((text) => text.slice('"class_name":"'.length, -1)),
  };
}

const size = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

exercise('28-mnist-cnn', exports, ({ check, student, submission, stream, once }) => {
  /** 1,500 digits to train on and 3,000 whose labels stay here. */
  const digits = once(() => drawDigits(stream('digits'), [1500, 3000]));
  /** The share of unseen digits that a network names rightly when it has been trained as the lesson says. */
  const share = once(async (build: 'buildCnn' | 'buildMlp') => {
    const seed = 1 + stream('seed').integer(1000);
    const [training, judged] = await digits();
    const model = await student[build](seed);
    await student.train(model, await submission.upload('training', training), { epochs: 5, seed });
    return rightShareOf(await askNetwork(model, judged!.images, 3000), judged!.labels);
  });

  check(
    'images of any bytes',
    {
      task: 1,
      points: 1,
      hint: 'Does every byte go where it belongs, whatever it is and however many there are?',
    },
    async () => {
      const random = stream('bytes');
      const count = 2 + random.integer(3);
      const bytes = Uint8Array.from({ length: count * SIDE * SIDE }, () => random.integer(256));
      const expected = tensorValue(
        Float32Array.from(bytes, (byte) => byte / 255),
        [count, SIDE, SIDE, 1],
      );
      expect(await student.toImages(bytes), 'what toImages returns').toBeCloseToTensor(expected);
    },
  );

  check(
    'convolutions, and at most 20,000 parameters',
    { task: 2, points: 2, hint: 'Count as in exercise 18: which layer has most of the parameters?' },
    async () => {
      const { shapes, types } = await partsOf(await student.buildCnn(2));
      expect(types.includes('Conv2D'), 'whether a conv2d layer is part of the CNN').toBe(true);
      const count = shapes.reduce((sum, shape) => sum + size(shape), 0);
      expect(count, 'the number of its parameters').toBeLessThanOrEqual(20_000);
    },
  );

  check(
    'the dense network of the comparison',
    { task: 2, points: 2, hint: 'From 784 pixels to 128 units to ten: is that all?' },
    async () => {
      const { shapes } = await partsOf(await student.buildMlp(2));
      expect(shapes, 'the shapes of its weights').toEqual([[784, 128], [128], [128, 10], [10]]);
    },
  );

  check(
    'the seed decides about the weights',
    { task: 2, points: 1, hint: 'What do the initializers draw from?' },
    async () => {
      const [judged] = await drawDigits(stream('some'), [4]);
      const ask = async (seed: number) => askNetwork(await student.buildCnn(seed), judged!.images, 4);
      await expect(() => ask(11), 'the untrained network of seed 11').toBeDeterministic();
      expect(await ask(12), 'what the network of seed 12 says').not.toEqual(await ask(11));
    },
  );

  check(
    'the loss of every digit',
    { task: 3, points: 2, hint: 'How large is the last batch? Which label belongs to which image?' },
    async () => {
      const random = stream('losses');
      const { digits: some, probabilities, labels } = drawAnswers(random, 65 + random.integer(25));
      const options = { epochs: 1, seed: 1 + random.integer(100), learningRate: 0 };
      const losses = await student.train(await known(submission, 'reader'), some, options);
      expect(losses, 'the losses of one epoch').toHaveLength(1);
      expect(losses[0], 'its loss').toBeCloseTo(crossEntropyOf(probabilities, labels), 3);
    },
  );

  check(
    'the seed decides about the order',
    {
      task: 3,
      points: 2,
      hint: 'What else draws random numbers besides the initial weights? Is it a new order at all?',
    },
    async () => {
      const [training, judged] = await drawDigits(stream('few'), [96, 4]);
      const ask = async (seed: number) => {
        const model = await student.buildMlp(1);
        await student.train(model, training, { epochs: 1, seed, learningRate: 0.003 });
        return askNetwork(model, judged!.images, 4);
      };
      await expect(() => ask(5), 'the network trained with seed 5').toBeDeterministic();
      expect(await ask(6), 'what the network trained with seed 6 says').not.toEqual(await ask(5));
    },
  );

  check(
    'digits that it has never seen',
    {
      task: 3,
      points: 3,
      partial: [
        [0.8, 1],
        [0.85, 2],
        [0.89, 3],
      ],
      timeout: 90,
      hint: 'Does the loss fall in every epoch? If not: how large are the steps? If it does: are there filters enough?',
    },
    // 20 seeds of the solution, other digits with each (wasm): mean 0.947, standard deviation 0.008, at least 0.924.
    async () => share('buildCnn'),
  );

  check(
    'better than the dense network',
    {
      task: 3,
      points: 2,
      timeout: 90,
      hint: 'Does the CNN keep enough of the image before its last layer?',
    },
    async () => {
      const dense = await share('buildMlp');
      // The same 20: mean 0.902, standard deviation 0.008, at least 0.884.
      expect(dense, 'the accuracy of the dense network').toBeGreaterThanOrEqual(0.8);
      // The same 20: 0.045 better in the mean, standard deviation 0.012, at least 0.022.
      expect(await share('buildCnn'), 'the accuracy of the CNN').toBeGreaterThan(dense);
    },
  );

  check(
    'accuracy over all digits',
    { task: 4, points: 1, hint: 'Is the last digit counted, too?' },
    async () => {
      const random = stream('accuracy');
      const { digits: some, probabilities, labels } = drawAnswers(random, 33 + random.integer(30));
      const found = await student.accuracy(await known(submission, 'reader'), some);
      expect(found, `the accuracy for ${labels.length} digits`).toBeCloseTo(
        rightShareOf(probabilities, labels),
        5,
      );
    },
  );

  check(
    'the worst mistakes of any network',
    {
      task: 4,
      points: 2,
      hint: 'By which number are they sorted, and which way? What if there are fewer than count?',
    },
    async () => {
      const random = stream('mistakes');
      const { digits: some, probabilities, labels } = drawAnswers(random, 40);
      const named = probabilities.map(mostProbable);
      const expected = named
        .map((name, index) => ({
          index,
          truth: labels[index]!,
          named: name,
          sure: probabilities[index]![name]!,
        }))
        .filter((answer) => answer.truth !== answer.named)
        .sort((one, other) => other.sure - one.sure);
      for (const count of [3, 40]) {
        const found = await student.worstMistakes(await known(submission, 'reader'), some, count);
        const rows = expected.slice(0, count);
        expect(found, `the mistakes, at most ${count}`).toHaveLength(rows.length);
        rows.forEach(({ index, truth, named: name, sure }, place) => {
          const own = found[place]!;
          expect([own.index, own.truth, own.named], `index, truth and name of mistake ${place}`).toEqual([
            index,
            truth,
            name,
          ]);
          expect(own.probability, `the probability of mistake ${place}`).toBeCloseTo(sure, 4);
        });
      }
    },
  );

  check(
    'windows of any size',
    { task: 5, points: 1, hint: 'A window may be higher than wide, and there may be any number of them.' },
    async () => {
      const random = stream('windows');
      const [rows, columns, filters] = [4, 2 + random.integer(2), 3 + random.integer(4)] as const;
      const kernel = Float32Array.from({ length: rows * columns * filters }, () => random.normal());
      const model = await known(submission, 'windows', tensorValue(kernel, [rows, columns, 1, filters]));
      const found = await student.firstFilters(model);
      const at = (filter: number, row: number, column: number) =>
        kernel[(row * columns + column) * filters + filter]!;
      const expected = Array.from({ length: filters }, (_, filter) =>
        Array.from({ length: rows }, (_row, row) =>
          Array.from({ length: columns }, (_column, column) => at(filter, row, column)),
        ),
      );
      expect(found, 'what firstFilters returns').toBeCloseToTensor(expected);
    },
  );
});
