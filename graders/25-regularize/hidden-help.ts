import { expect, type CheckContext } from 'descent/grading';
import { drawDigits } from './digits.ts';
import type { exports } from './exports.ts';
import { crossEntropyOf, PLAIN } from './network.ts';

/** What the trainings of the study add to a plain one. */
const HELP = {
  none: {},
  stopping: { stopping: { patience: 10, minDelta: 0.001, restore: true } },
  dropout: { dropout: 0.4 },
  l1: { l1: 0.001 },
  l2: { l2: 0.001 },
};

/** Looks at what early stopping, dropout, L1 and L2 do to a training that learns by heart without them. */
export function checkHelp({ check, student, stream, once }: CheckContext<typeof exports>): void {
  /** Digits to train on, to validate with, and some that the submission never gets. */
  const digits = once(() => drawDigits(stream('digits'), [200, 200, 1000]));
  /** What came of a training: each is done once, for all checks that look at it. */
  const trained = once(async (help: keyof typeof HELP) => {
    const [training, validation, unseen] = await digits();
    const seed = 1 + stream('seed').integer(1000);
    const { network, history } = await student.fit(training, validation, { ...PLAIN, seed, ...HELP[help] });
    const weights = network.hidden.w.flat();
    return {
      network,
      history,
      trainLoss: crossEntropyOf(network, training!),
      validationLoss: crossEntropyOf(network, validation!),
      unseenLoss: crossEntropyOf(network, unseen!),
      norm: Math.hypot(...weights),
      tiny: weights.filter((w) => Math.abs(w) < 1e-3).length / weights.length,
    };
  });

  // The numbers beside these checks: 20 seeds of the solution, other digits with each (plain arithmetic, the same everywhere): mean,
  // standard deviation, worst. The untrained network has a training loss of about 2.5; five epochs leave 0.7.
  check(
    'learns by heart without help',
    {
      task: 6,
      points: 2,
      partial: [
        [0.4, 1],
        [0.1, 2],
      ],
      hint: 'Does the training loss fall in almost every epoch, and are all epochs taken?',
    },
    // 0.039, 0.012, 0.066.
    async () => (await trained('none')).trainLoss,
  );

  check(
    'the best network comes back',
    {
      task: 6,
      points: 1,
      hint: 'Which loss is watched, when does training end, and what does result say?',
    },
    async () => {
      const { history, validationLoss, unseenLoss } = await trained('stopping');
      const { patience } = HELP.stopping.stopping;
      // 29, 5, 40 epochs.
      expect(history.validation.length, 'the number of epochs until it stopped').toBeLessThan(PLAIN.epochs);
      const best = Math.min(...history.validation);
      const since = history.validation.length - 1 - history.validation.indexOf(best);
      expect(since, 'the number of epochs after the best one').toBeLessThanOrEqual(patience + 10);
      expect(validationLoss, 'the validation loss of the network that came back').toBeLessThanOrEqual(
        best + 0.0011,
      );
      // 0.831, 0.044, 0.912.
      const ratio = unseenLoss / (await trained('none')).unseenLoss;
      expect(
        ratio,
        'its loss on digits never seen, divided by that of a training without help,',
      ).toBeLessThan(1);
    },
  );

  check(
    'L1 leaves few weights',
    {
      task: 6,
      points: 1,
      hint: 'Do both penalties reach every step, with the strengths of the options?',
    },
    async () => {
      const name = 'the share of hidden weights below 0.001';
      // 0.602, 0.018, 0.570; without help 0.003, 0.001, 0.005.
      expect((await trained('l1')).tiny, `${name} with L1`).toBeGreaterThanOrEqual(0.5);
      expect((await trained('none')).tiny, `${name} without help`).toBeLessThanOrEqual(0.05);
    },
  );

  check(
    'L2 makes weights small, and both L2 and dropout help',
    {
      task: 6,
      points: 1,
      hint: 'Do both penalties reach every step, and dropout every digit?',
    },
    async () => {
      // 12.28, 0.20, 12.58; without help 17.54, 0.25, 17.21 the smallest.
      const l2 = await trained('l2');
      expect(l2.norm, 'the length of all hidden weights together, √(Σ w²), with L2').toBeLessThanOrEqual(
        14.5,
      );
      const [plain, dropout] = [await trained('none'), await trained('dropout')];
      expect(plain.norm, 'the same without help').toBeGreaterThanOrEqual(15.5);
      // With L2 0.858, 0.032, 0.926; with dropout 0.862, 0.037, 0.944.
      const name = 'the loss on digits never seen, divided by that without help,';
      expect(l2.unseenLoss / plain.unseenLoss, `${name} with L2`).toBeLessThanOrEqual(1);
      expect(dropout.unseenLoss / plain.unseenLoss, `${name} with dropout`).toBeLessThanOrEqual(1);
    },
  );
}
