import { expect, returns, type CheckContext } from 'descent/grading';
import { drawDigits, type Digits, type Image } from './digits.ts';
import type { exports } from './exports.ts';

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

/** Looks at what training hands to the augmentation. */
export function checkRecord({
  check,
  student,
  submission,
  stream,
  once,
}: CheckContext<typeof exports>): void {
  /** What `augment` was given in a short training: 70 digits with numbers from 100, two epochs; the others begin at 500. */
  const record = once(async () => {
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
  });

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
}
