import { exercise, expect, returns, type Stream } from 'descent/grading';
import { moved, turned } from './changes.ts';
import { drawDigits, squareOf, type Digits, type Image } from './digits.ts';
import { exports } from './exports.ts';
import { massOf, namesOf, rightShareOf, type Network } from './judge.ts';

/** An augmentation that changes nothing, but notes what it is given. The first pixel of an image is its number. */
const RECORDER = `
const calls: { seed: number; numbers: number[] }[] = [];

export function augment(images: number[][][], seed: number) {
  calls.push({ seed, numbers: images.map((image) => Math.round(1000 * image[0]![0]!)) });
  return images;
}

export const report = () => calls;
`;

const reported = returns.list(returns.record({ seed: returns.number, numbers: returns.numbers }));

/** Digits that carry numbers from a first one on. */
function numbered({ images, labels }: Digits, first: number): Digits {
  const carry = (image: Image, place: number) =>
    image.map((pixels, row) => (row === 0 ? [(first + place) / 1000, ...pixels.slice(1)] : pixels));
  return { images: images.map(carry), labels };
}

const drawImage = (stream: Stream, side: number) => squareOf(side, () => stream.uniform());

type Kind = 'as they are' | 'by 30°' | 'anyhow';

exercise('29-augment-symmetry', exports, ({ check, student, submission, stream, once }) => {
  /** 1,000 digits to train on, 100 to validate with, and 1,000 whose labels stay here. */
  const digits = once(() => drawDigits(stream('digits'), [1000, 100, 1000]));
  /** A network that has learned from digits changed in such a way, trained once. */
  const network = once(async (kind: Kind): Promise<Network> => {
    const seed = 1 + stream('seed').integer(1000);
    const [training, validation] = await digits();
    const model = await student.buildCnn(seed);
    const amounts = kind === 'by 30°' ? { rotate: 30 } : { rotate: 180 };
    const augment = kind === 'as they are' ? {} : { augment: await student.augmenter(amounts) };
    const options = { epochs: kind === 'anyhow' ? 10 : 6, seed, ...augment };
    await student.fit(model, training, validation, options);
    return model;
  });
  /** The digits that judge, each turned by an angle of its own. */
  const judged = async (angleOf: (place: number) => number): Promise<Digits> => {
    const [, , { images, labels }] = (await digits()) as [Digits, Digits, Digits];
    return { images: images.map((image, place) => turned(image, angleOf(place))), labels };
  };

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

  /** What `augment` was given in a short training: 70 digits with numbers from 100, two epochs; the others begin at 500. */
  const record = async () => {
    const [training, validation] = await drawDigits(stream('record'), [70, 20]);
    const { augment, report } = await submission.fixture(RECORDER);
    await student.fit(await student.buildCnn(1), numbered(training!, 100), numbered(validation!, 500), {
      epochs: 2,
      seed: 1 + stream('seed').integer(1000),
      augment,
    });
    const reading = returns.function.read(report);
    if ('wrong' in reading) throw new Error(`the fixture has ${reading.wrong} for its report`);
    const calls = reported.read(await reading.value.apply());
    if ('wrong' in calls) throw new Error(`the fixture reports ${calls.wrong}`);
    return calls.value;
  };

  check(
    'only training digits are changed',
    { task: 4, points: 2, hint: 'What tells the truth about digits that nobody has changed?' },
    async () => {
      const numbers = (await record()).flatMap((call) => call.numbers);
      const others = numbers.filter((number) => number >= 500);
      expect(others, 'the validation digits that augment was given').toHaveLength(0);
    },
  );

  check(
    'each of them once an epoch',
    { task: 4, points: 2, hint: 'How large is the last batch? Is the order a new one in each epoch?' },
    async () => {
      const numbers = (await record()).flatMap((call) => call.numbers).filter((number) => number < 500);
      expect(numbers, 'the training digits that augment was given in two epochs').toHaveLength(140);
      const [first, second] = [numbers.slice(0, 70), numbers.slice(70)];
      const all = Array.from({ length: 70 }, (_, place) => 100 + place);
      for (const epoch of [first, second]) {
        expect(
          [...epoch].sort((one, other) => one - other),
          'the digits of an epoch',
        ).toEqual(all);
      }
      expect(second, 'the order of the second epoch').not.toEqual(first);
    },
  );

  check(
    'changed anew every time',
    {
      task: 4,
      points: 2,
      hint: 'With the same seed, augment does the same: to which batches may that happen?',
    },
    async () => {
      const seeds = (await record()).map(({ seed }) => seed);
      expect(seeds.length, 'how often augment is called in two epochs').toBeGreaterThanOrEqual(2);
      expect(new Set(seeds).size, `how many of its ${seeds.length} seeds are different`).toBe(seeds.length);
    },
  );

  check(
    'upright digits',
    {
      task: 4,
      points: 2,
      partial: [
        [0.7, 1],
        [0.84, 2],
      ],
      timeout: 90,
      hint: 'Does each image keep its label? Does every batch change the network?',
    },
    // 20 seeds of the solution, other digits with each (wasm): mean 0.915, standard deviation 0.014, at least 0.888.
    async () => rightShareOf(await network('as they are'), await judged(() => 0)),
  );

  check(
    'digits turned by 30°',
    {
      task: 4,
      points: 2,
      partial: [
        [0.6, 1],
        [0.67, 2],
      ],
      timeout: 90,
      hint: 'Are the images that the network learns from the ones that augment returned?',
    },
    async () => {
      const tilted = await judged((place) => (place % 2 === 0 ? 30 : -30));
      const share = await rightShareOf(await network('by 30°'), tilted);
      // The same 20: mean 0.784, standard deviation 0.022, at least 0.742. Without augmentation: mean 0.616, at most 0.664.
      const without = await rightShareOf(await network('as they are'), tilted);
      // The same 20: mean 0.169, standard deviation 0.023, at least 0.121.
      expect(share - without, 'what is won by learning from turned digits').toBeGreaterThanOrEqual(0.05);
      return share;
    },
  );

  check(
    'digits turned anyhow',
    {
      task: 4,
      points: 2,
      partial: [
        [0.46, 1],
        [0.52, 2],
      ],
      timeout: 90,
      hint: 'Does a turn by up to 180° reach upside-down digits as well?',
    },
    async () => {
      const random = stream('turns');
      const anyhow = await judged(() => 360 * random.uniform() - 180);
      // The same 20: mean 0.661, standard deviation 0.027, at least 0.604. Without augmentation: mean 0.321, at most 0.362.
      return rightShareOf(await network('anyhow'), anyhow);
    },
  );

  /** A network that has learned a little, and 80 digits. */
  const beginner = async () => {
    const [training, validation, some] = await drawDigits(stream('beginner'), [160, 20, 80]);
    const model = await student.buildCnn(3);
    await student.fit(model, training, validation, { seed: 3, epochs: 3 });
    return { model, some: some! };
  };

  check(
    'turned and shifted digits',
    {
      task: 5,
      points: 2,
      hint: 'Each amount is applied to the images as they were. Shifted to the right, not down.',
    },
    async () => {
      const { model, some } = await beginner();
      const cases = [
        ['rotate', [-90, 20, 180], turned],
        ['shift', [-2, 1, 4], (image: Image, right: number) => moved(image, 0, right)],
      ] as const;
      for (const [change, amounts, apply] of cases) {
        const found = await student.sensitivity(model, some, change, amounts);
        expect(found, `the accuracies after "${change}"`).toHaveLength(amounts.length);
        for (const [place, amount] of amounts.entries()) {
          const images = some.images.map((image) => apply(image, amount));
          const share = await rightShareOf(model, { images, labels: some.labels });
          // A tie between two names may be decided by the last bit.
          expect(
            Math.abs(found[place]! - share),
            `"${change}" by ${amount}: the error of the accuracy`,
          ).toBeLessThanOrEqual(0.014);
        }
      }
    },
  );

  check(
    'who is taken for whom',
    { task: 5, points: 1, hint: 'Is every digit counted once, at its row and column?' },
    async () => {
      const { model, some } = await beginner();
      const named = await namesOf(model, some.images);
      const expected = squareOf(
        10,
        (row, column) =>
          some.labels.filter((label, place) => label === row && named[place] === column).length,
      );
      expect(await student.confusion(model, some), 'the confusion matrix').toEqual(expected);
    },
  );
});
