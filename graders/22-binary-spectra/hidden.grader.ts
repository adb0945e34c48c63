import { exercise, expect, tensorValue } from 'descent/grading';
import { drawAnswers, drawFew } from './answers.ts';
import { exports } from './exports.ts';
import { checkThresholds } from './hidden-thresholds.ts';
import { crossEntropyOf, rightShareOf } from './judge.ts';
import { shapesOf } from './shapes.ts';
import { ENERGIES, MOMENTA, simulateSpectra } from './spectra.ts';

/** A run that is long enough to compare two networks. */
const brief = { epochs: 2, seed: 5 };

exercise('22-binary-spectra', exports, (context) => {
  const { check, student, submission, stream, once } = context;

  /** Spectra drawn for this trial: the same for all checks. */
  const spectra = once(() => {
    const random = stream('spectra');
    return {
      training: simulateSpectra(random.derive('training'), 800),
      validation: simulateSpectra(random.derive('validation'), 60),
      judged: simulateSpectra(random.derive('judged'), 500),
    };
  });
  const few = once(() => drawFew(stream('few')));
  /** A small network that has learned a little from few spectra, with these validation labels. */
  const learn = async (labels: readonly number[]) => {
    const { training, validation } = few();
    const model = await student.buildModel([4], 5);
    const history = await student.train(model, training, { ...validation, labels }, brief);
    return { model, history, answers: await student.predict(model, validation.intensities) };
  };
  /** The one of them at which two checks look. */
  const learned = once(() => learn(few().validation.labels));

  /** The share of right answers of a network with such hidden layers, about spectra that it has never seen. */
  const share = once(async (hidden: readonly number[]) => {
    const { training, validation, judged } = spectra();
    const seed = 1 + stream('seed').integer(1000);
    const model = await student.buildModel(hidden, seed);
    const known = await submission.upload('training', training);
    await student.train(model, known, validation, { epochs: 8, seed });
    const answers = await student.predict(model, judged.intensities);
    expect(answers, 'what predict returns for 500 spectra').toHaveLength(500);
    return rightShareOf(answers, judged.labels);
  });

  check(
    'any hidden layers, or none',
    {
      task: 1,
      points: 2,
      hint: 'Does the network have as many layers as the list has entries, and one more?',
    },
    async () => {
      const random = stream('layers');
      for (const hidden of [[], Array.from({ length: 3 }, () => 2 + random.integer(6))]) {
        const widths = [4000, ...hidden, 1];
        const shapes = widths.slice(1).flatMap((units, place) => [[widths[place]!, units], [units]]);
        const model = await student.buildModel(hidden, 1);
        expect(await shapesOf(model), `the shapes with hidden layers [${hidden.join(', ')}]`).toEqual(shapes);
      }
    },
  );

  check(
    'the seed decides about the weights',
    { task: 1, points: 1, hint: 'What do the initializers draw from?' },
    async () => {
      const { intensities } = few().validation;
      const ask = async (seed: number) => student.predict(await student.buildModel([3], seed), intensities);
      await expect(() => ask(1), 'the untrained network of seed 1').toBeDeterministic();
      expect(await ask(2), 'what the one of seed 2 says').not.toEqual(await ask(1));
    },
  );

  check(
    'each probability depends on its own spectrum',
    { task: 2, points: 1, hint: 'Does an answer change when others are asked about at the same time?' },
    async () => {
      const model = await student.buildModel([5], 2);
      const { intensities } = simulateSpectra(stream('alone'), 4);
      const together = await student.predict(model, intensities);
      const size = MOMENTA * ENERGIES;
      for (const [place, probability] of together.entries()) {
        const own = intensities.data.subarray(size * place, size * (place + 1));
        const [alone] = await student.predict(model, tensorValue(own, [1, MOMENTA, ENERGIES]));
        expect(alone, `the probability of spectrum ${place}, asked about alone`).toBeCloseTo(probability, 4);
      }
    },
  );

  check(
    'the cross-entropy of any answers, sure and wrong ones included',
    { task: 2, points: 2, hint: 'What is the logarithm of 0? Does a "no" count like a "yes"?' },
    async () => {
      const random = stream('answers');
      const { probabilities, labels } = drawAnswers(random, 20 + random.integer(20));
      const answers = [...probabilities, 0, 1];
      const truth = [...labels, 1, 1];
      expect(await student.crossEntropy(answers, truth), 'what crossEntropy returns').toBeCloseTo(
        crossEntropyOf(answers, truth),
        3,
      );
    },
  );

  check(
    'the losses are those of all spectra of each kind',
    {
      task: 3,
      points: 2,
      hint: 'Which spectra are looked at after an epoch? Does every spectrum count alike?',
    },
    async () => {
      const { training, validation } = few();
      const { model, history } = await learned();
      for (const [name, { intensities, labels }] of [
        ['trainLoss', training],
        ['validationLoss', validation],
      ] as const) {
        const loss = crossEntropyOf(await student.predict(model, intensities), labels);
        expect(history[name].at(-1), `the last entry of ${name}`).toBeCloseTo(loss, 4);
      }
    },
  );

  check(
    'the same seed, the same network',
    { task: 3, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const again = async () => (await learn(few().validation.labels)).answers;
      await expect(again, 'two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'validation spectra teach nothing',
    { task: 3, points: 2, hint: 'Which spectra may change a weight?' },
    async () => {
      const others = await learn(few().validation.labels.map((label) => 1 - label));
      const name = 'the answers after training with other validation labels';
      expect(others.answers, name).toBeCloseToTensor((await learned()).answers, { absolute: 1e-5 });
    },
  );

  check(
    'nine of ten unseen spectra right',
    {
      task: 3,
      points: 3,
      partial: [
        [0.8, 1],
        [0.93, 3],
      ],
      hint: 'Two hidden layers, 8 epochs: do the losses fall as in the lesson?',
    },
    // 12 seeds of the solution, other spectra with each (wasm): mean 0.981, standard deviation 0.014, at least 0.958.
    async () => share([16, 8]),
  );

  check(
    'hidden layers make the difference',
    {
      task: 3,
      points: 2,
      hint: 'How many units lie between 4,000 numbers and the answer? Are both trained alike?',
    },
    async () => {
      const deep = await share([16, 8]);
      expect(deep, 'the share of right answers with hidden layers').toBeGreaterThanOrEqual(0.75);
      const flat = await share([]);
      expect(flat, 'the share of right answers without hidden layers').toBeGreaterThanOrEqual(0.75);
      // The same 12: 0.857 without them, standard deviation 0.014, from 0.838 to 0.884; they bring 0.124, standard deviation 0.017.
      expect(deep - flat, 'what hidden layers bring').toBeGreaterThanOrEqual(0.02);
    },
  );

  checkThresholds(context);
});
