import { expect, type CheckContext } from 'descent/grading';
import { turned } from './changes.ts';
import { drawDigits, type Digits } from './digits.ts';
import type { exports } from './exports.ts';
import { rightShareOf, type Network } from './judge.ts';

type Kind = 'as they are' | 'by 30°' | 'anyhow';

/** Trains networks on digits changed in several ways, and has them name digits turned in several ways. */
export function checkTrained({ check, student, stream, once }: CheckContext<typeof exports>): void {
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
}
