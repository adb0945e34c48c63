import {
  confusionPicture,
  createStream,
  definePictures,
  type PictureSpec,
  type Student,
} from 'descent/grading';
import { dividePenguins, SPECIES } from '../../datasets/penguins/penguins.ts';
import { labelsOf, withoutSpecies, type Bird } from './birds.ts';
import { exports } from './exports.ts';

/** The birds of the visible checks. */
const birds = () => dividePenguins(createStream(20).derive('visible'));

type Answer = Student<typeof exports>;
const networks = new WeakMap<Answer, ReturnType<Answer['run']>>();

/** The network of all pictures of an answer, trained once. */
async function train(student: Answer): ReturnType<Answer['run']> {
  const { training, validation } = await birds();
  const known = networks.get(student);
  if (known !== undefined) return known;
  const network = student.run(training, validation, { epochs: 50, seed: 3 });
  networks.set(student, network);
  return network;
}

/** The two birds of the lesson. */
const askedFor: readonly { readonly name: string; readonly bird: Bird }[] = [
  { name: 'A Gentoo', bird: birdOf([48.7, 15.1, 222, 5350]) },
  { name: 'None of these species', bird: birdOf([70, 25, 320, 30_000]) },
];

function birdOf([length, depth, flipper, mass]: readonly [number, number, number, number]): Bird {
  return {
    island: 'Biscoe',
    bill_length_mm: length,
    bill_depth_mm: depth,
    flipper_length_mm: flipper,
    body_mass_g: mass,
    sex: 'male',
    year: 2009,
  };
}

export const pictures = definePictures(exports, {
  'birds-by-answer': {
    title: 'What it says of birds that it has never seen',
    description:
      'Bill length and flipper length of 60 birds, in the color of the species that the network names. Three clouds; a wrong answer would have a ring around it.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { judged } = await birds();
      const trained = await train(student);
      const answers = await student.predictSpecies(trained, withoutSpecies(judged));
      const values = judged.map((bird, index) => ({
        bill: bird.bill_length_mm,
        flipper: bird.flipper_length_mm,
        answer: answers[index]!.species,
        isWrong: answers[index]!.species !== bird.species,
      }));
      const x = {
        field: 'bill',
        type: 'quantitative',
        title: 'bill length (mm)',
        scale: { zero: false, padding: 10 },
      };
      const y = {
        field: 'flipper',
        type: 'quantitative',
        title: 'flipper length (mm)',
        scale: { zero: false, padding: 10 },
      };
      return {
        width: 560,
        height: 320,
        data: { values },
        layer: [
          {
            mark: { type: 'point', filled: true, size: 50, opacity: 0.9 },
            encoding: {
              x,
              y,
              color: {
                field: 'answer',
                type: 'nominal',
                title: null,
                scale: { domain: SPECIES, range: [color.first, color.second, color.third] },
                legend: { orient: 'top' },
              },
            },
          },
          {
            transform: [{ filter: 'datum.isWrong' }],
            mark: { type: 'point', size: 200, strokeWidth: 2, color: color.ink },
            encoding: { x, y },
          },
        ],
      };
    },
  },

  'species-named': {
    title: 'Who is taken for whom',
    description:
      'A table with a row for each true species and a column for each species that the network names, counted over 60 birds that it has never seen, 20 of each. Nearly all stand on the diagonal, where the right name was given.',
    async draw({ student }): Promise<PictureSpec> {
      const { judged } = await birds();
      const trained = await train(student);
      const answers = await student.predictSpecies(trained, withoutSpecies(judged));
      const named = answers.map(({ species }) => SPECIES.indexOf(species));
      return confusionPicture({ classes: SPECIES, truth: labelsOf(judged), named });
    },
  },

  'two-birds': {
    title: 'As sure of a stranger',
    description:
      'The probabilities that the network gives to the three species for two birds. Of a Gentoo it is nearly certain, and rightly so. Of a bird as heavy as an emperor penguin, which is none of the three, it is just as certain.',
    async draw({ student, color }): Promise<PictureSpec> {
      const trained = await train(student);
      const answers = await student.predictSpecies(
        trained,
        askedFor.map(({ bird }) => bird),
      );
      const panels = askedFor.map(({ name, bird }, index) => {
        const values = SPECIES.map((species, at) => {
          const probability = answers[index]?.probabilities[at] ?? NaN;
          return { species, probability, text: `${(100 * probability).toFixed(1)} %` };
        });
        const y = { field: 'species', type: 'nominal', title: null, sort: SPECIES, axis: { domain: false } };
        const x = {
          field: 'probability',
          type: 'quantitative',
          title: 'probability',
          scale: { domain: [0, 1.35], nice: false },
          axis: { values: [0, 0.5, 1], format: '~g' },
        };
        return {
          title: {
            text: name,
            subtitle: `flipper ${bird.flipper_length_mm} mm, mass ${bird.body_mass_g.toLocaleString('en-US')} g`,
          },
          width: 200,
          height: 130,
          data: { values },
          layer: [
            { mark: { type: 'bar', color: color.first }, encoding: { x, y } },
            {
              mark: { type: 'text', align: 'left', dx: 5, color: color.ink },
              encoding: { x, y, text: { field: 'text', type: 'nominal' } },
            },
          ],
        };
      });
      return { hconcat: panels };
    },
  },
});
