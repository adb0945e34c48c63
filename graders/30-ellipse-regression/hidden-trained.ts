import { expect, type CheckContext, type TensorValue } from 'descent/grading';
import { differencesOf, drawItems } from './ellipses.ts';
import type { exports } from './exports.ts';
import { ellipsesOf, errorOf, errorOfMean, imagesOf } from './judge.ts';

const SIZE = 16;
type Head = 'flatten' | 'average';
type Input = 'colors' | 'difference';

/** Trains three networks, and compares how well they find ellipses that they have not seen. */
export function checkTrained({ check, student, stream, once }: CheckContext<typeof exports>): void {
  /** The items of this trial. */
  const items = once(() => ({
    training: drawItems(stream('training'), 480, SIZE),
    judged: drawItems(stream('judged'), 300, SIZE),
  }));
  const seen = (input: Input, kind: 'training' | 'judged') =>
    input === 'colors' ? items()[kind] : differencesOf(items()[kind]);
  const trained = once((input: Input, head: Head) => {
    const known = seen(input, 'training');
    const seed = 1 + stream('seed').integer(1000);
    return student.train(imagesOf(known), ellipsesOf(known), { head, epochs: 12, seed });
  });
  /** The error of one network of this trial on images that it has not seen. */
  const errorWith = async (input: Input, head: Head) => {
    const judged = seen(input, 'judged');
    const found = await (await trained(input, head)).predict(imagesOf(judged));
    expect(found, `what it says of ${judged.length} images`).toHaveShape([judged.length, 4]);
    return errorOf(found as TensorValue, judged);
  };

  check(
    'the same seed, the same network',
    { task: 5, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const some = drawItems(stream('few'), 48, SIZE);
      const short = async () => {
        const options = { head: 'flatten', epochs: 2, seed: 5 };
        return (await student.train(imagesOf(some), ellipsesOf(some), options)).predict(imagesOf(some));
      };
      await expect(short, 'what the network says after two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'twice as good as the mean',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [0.8, 1],
        [0.5, 3],
      ],
      hint: 'Is every image shown in every epoch, with its own ellipse? Is the learning rate fit?',
    },
    async () => {
      // 20 seeds of the solution, other images with each (wasm): error 0.0053 in the mean, standard deviation 0.0008, at most 0.0076;
      // always saying the mean of the training ellipses 0.0162 ± 0.0005. So a share of 0.33 ± 0.05.
      const error = await errorWith('colors', 'flatten');
      return error / errorOfMean(items().training, items().judged);
    },
  );

  check(
    'without colors it is much better',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [0.008, 1],
        [0.004, 2],
        [0.0025, 3],
      ],
      hint: 'Does the network take images of one channel? Has it enough filters, and time?',
    },
    // The same 20: mean 0.0012, standard deviation 0.0003, at most 0.0019.
    async () => errorWith('difference', 'flatten'),
  );

  check(
    'an average loses the place',
    {
      task: 5,
      points: 3,
      timeout: 90,
      partial: [
        [1.3, 1],
        [2, 3],
      ],
      hint: 'Does "head" reach the network? What is left of "here" in the mean over all places?',
    },
    async () => {
      const [flat, average] = [
        await errorWith('difference', 'flatten'),
        await errorWith('difference', 'average'),
      ];
      // The same 20: errors 0.0104 ± 0.0022 and 0.0012 ± 0.0003.
      return average / flat;
    },
  );
}
