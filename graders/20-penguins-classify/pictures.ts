import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { divide, loadBirds, SPECIES, withoutSpecies } from './birds.ts';
import { exports } from './exports.ts';

/** The birds of the visible checks. */
const birds = async () => divide(await loadBirds(), createStream(20).derive('visible'));

export const pictures = definePictures(exports, {
  'birds-by-answer': {
    title: 'What it says of birds that it has never seen',
    description:
      'Bill length and flipper length of 60 birds, in the color of the species that the network names. Three clouds; a wrong answer would have a ring around it.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { training, validation, judged } = await birds();
      const trained = await student.run(training, validation, { epochs: 50, seed: 3 });
      const answers = await student.predictSpecies(trained, withoutSpecies(judged));
      const values = judged.map((bird, index) => ({
        bill: bird.bill_length_mm,
        flipper: bird.flipper_length_mm,
        answer: answers[index]!.species,
        isWrong: answers[index]!.species !== bird.species,
      }));
      const x = { field: 'bill', type: 'quantitative', title: 'bill length (mm)', scale: { zero: false } };
      const y = {
        field: 'flipper',
        type: 'quantitative',
        title: 'flipper length (mm)',
        scale: { zero: false },
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
                title: 'named',
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
});
