import { createStream, definePictures, tensorValue, type PictureSpec, type Student } from 'descent/grading';
import { exports } from './exports.ts';
import { ENERGIES, MOMENTA, simulateSpectra } from './spectra.ts';

const EPOCHS = 8;
const NETWORKS = [
  { by: '16 and 8 hidden units', hidden: [16, 8] },
  { by: 'no hidden layers', hidden: [] },
] as const;
const spectra = (name: string, count: number) =>
  simulateSpectra(createStream(22).derive('pictures').derive(name), count);

type Answer = Student<typeof exports>;

/** Trains both networks of the lesson. */
async function trainBoth(student: Answer) {
  const [training, validation, judged] = [
    spectra('training', 800),
    spectra('validation', 200),
    spectra('judged', 500),
  ];
  const trained = [];
  for (const { by, hidden } of NETWORKS) {
    const model = await student.buildModel(hidden, 3);
    const history = await student.train(model, training, validation, { epochs: EPOCHS, seed: 3 });
    const probabilities = await student.predict(model, judged.intensities);
    trained.push({ by, history, probabilities });
  }
  return { trained, labels: judged.labels };
}
const known = new WeakMap<Answer, ReturnType<typeof trainBoth>>();

/** The networks of all pictures of an answer, trained once. */
function networks(student: Answer): ReturnType<typeof trainBoth> {
  const before = known.get(student) ?? trainBoth(student);
  known.set(student, before);
  return before;
}

const quantitative = (field: string, title: string, domain: readonly number[], axis: object = {}) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis,
});

/** Eight energies in one, and no cell where it is dark, so that a drawing has hundreds of them instead of 4,000. */
function cellsOf(values: ArrayLike<number>, spectrum: number): object[] {
  const cells: object[] = [];
  for (let q = 0; q < MOMENTA; q++) {
    for (let e = 0; e < ENERGIES; e += 8) {
      const from = (spectrum * MOMENTA + q) * ENERGIES + e;
      const intensity = meanOf(values, from, 8);
      if (intensity > 0.12) cells.push({ q, q2: q + 1, e: e / ENERGIES, e2: (e + 8) / ENERGIES, intensity });
    }
  }
  return cells;
}

function meanOf(values: ArrayLike<number>, from: number, count: number): number {
  let sum = 0;
  for (let place = from; place < from + count; place++) sum += values[place]!;
  return sum / count;
}

export const pictures = definePictures(exports, {
  'two-models': {
    title: 'Two spectra of each kind, and what the network says',
    description:
      'Four noisy spectra, energy over momentum: in two a bright band has one valley and one hill, for equal atoms; in two it has two of each, for pairs. The middle is at another place each time. Above each stands the probability of pairs that the network gives.',
    async draw({ student, color }): Promise<PictureSpec> {
      const some = spectra('shown', 12);
      const chosen = [0, 1].flatMap((label) =>
        some.labels.flatMap((own, place) => (own === label ? [place] : [])).slice(0, 2),
      );
      const model = await student.buildModel([16, 8], 3);
      await student.train(model, spectra('training', 800), spectra('few', 20), { epochs: EPOCHS, seed: 3 });
      const size = MOMENTA * ENERGIES;
      const shown = chosen.map((place) => some.intensities.data.slice(size * place, size * (place + 1)));
      const values = Float32Array.from(shown.flatMap((own) => [...own]));
      const answers = await student.predict(model, tensorValue(values, [chosen.length, MOMENTA, ENERGIES]));
      const panels = chosen.map((place, panel) => ({
        title: {
          text: some.labels[place] === 1 ? 'pairs' : 'equal atoms',
          subtitle: `"pairs" with ${answers[panel]!.toFixed(2)}`,
        },
        width: 105,
        height: 230,
        data: { values: cellsOf(values, panel) },
        mark: { type: 'rect', strokeWidth: 0, color: color.first },
        encoding: {
          x: quantitative('q', 'momentum', [0, MOMENTA], { values: [0, 10, 20], grid: false }),
          x2: { field: 'q2' },
          y: quantitative('e', panel === 0 ? 'energy' : '', [0, 1], {
            values: [0, 0.5, 1],
            grid: false,
          }),
          y2: { field: 'e2' },
          opacity: {
            field: 'intensity',
            type: 'quantitative',
            scale: { domain: [0, 1], clamp: true, range: [0, 1] },
            legend: null,
          },
        },
      }));
      return { hconcat: panels };
    },
  },

  'threshold-sweep': {
    title: 'How sure is sure enough?',
    description:
      'Recall and precision over the threshold, for 500 spectra that the networks have never seen. Recall falls and precision rises as more certainty is asked for. With hidden layers both stay near 1 over a wide range; without, one is bought with the other.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { trained, labels } = await networks(student);
      const thresholds = Array.from({ length: 51 }, (_, step) => step / 50);
      const panels = [];
      for (const { by, probabilities } of trained) {
        const points = await student.sweep(probabilities, labels, thresholds);
        const values = points.flatMap(({ threshold, precision, recall }) => [
          { share: 'recall', threshold, value: recall },
          // Where there is no "yes", nobody knows its precision.
          ...(Number.isNaN(precision) ? [] : [{ share: 'precision', threshold, value: precision }]),
        ]);
        panels.push({
          title: by,
          width: 245,
          height: 240,
          data: { values },
          mark: { type: 'line', strokeWidth: 2 },
          encoding: {
            x: quantitative('threshold', 'threshold', [0, 1], { values: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
            y: quantitative('value', 'share', [0, 1], { values: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
            color: {
              field: 'share',
              type: 'nominal',
              title: null,
              scale: { domain: ['recall', 'precision'], range: [color.first, color.second] },
              legend: { orient: 'bottom-left' },
            },
          },
        });
      }
      return { hconcat: panels };
    },
  },

  losses: {
    title: 'Two networks learn',
    description:
      'The cross-entropy of training and validation spectra over eight epochs. With hidden layers both fall close to 0. Without, the training loss falls while the validation loss stays above a third.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { trained } = await networks(student);
      const panels = trained.map(({ by, history }) => ({
        title: by,
        width: 245,
        height: 240,
        data: {
          values: [
            ...history.trainLoss.map((loss, epoch) => ({ on: 'training', epoch, loss })),
            ...history.validationLoss.map((loss, epoch) => ({ on: 'validation', epoch, loss })),
          ],
        },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x: quantitative('epoch', 'epoch', [0, EPOCHS]),
          y: quantitative('loss', 'cross-entropy', [0, 1]),
          color: {
            field: 'on',
            type: 'nominal',
            title: null,
            scale: { domain: ['training', 'validation'], range: [color.first, color.second] },
            legend: { orient: 'top' },
          },
        },
      }));
      return { hconcat: panels };
    },
  },
});
