import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { divide, loadBirds, logisticScore, speciesOf } from './birds.ts';
import { exports } from './exports.ts';

const PERMUTATIONS = 200;

export const pictures = definePictures(exports, {
  'scores-by-luck': {
    title: 'What luck brings',
    description:
      'Histogram of the accuracies that logistic regression reaches on 60 penguins after learning permuted labels: a hill around 0.4, nothing above 0.7. A line far to the right of it, near 1, marks the accuracy with the real labels.',
    async draw({ student, color }): Promise<PictureSpec> {
      const birds = divide(await loadBirds(), createStream(10).derive('picture'));
      const everyone = birds.training.concat(birds.judged);
      const test = await student.permutationTest(logisticScore(birds), speciesOf(everyone), PERMUTATIONS, 1);
      const { real, nulls, p } = test;
      const width = 1 / 30;
      const bins = Array.from({ length: 30 }, (_, bin) => ({
        from: bin * width,
        to: (bin + 1) * width,
        count: nulls.filter((value) => Math.min(29, Math.floor(value / width + 1e-9)) === bin).length,
      }));
      const x = {
        field: 'from',
        type: 'quantitative',
        title: 'accuracy on 60 birds',
        scale: { domain: [0, 1], nice: false },
      };
      const most = Math.max(...bins.map(({ count }) => count));
      const tallest = bins.find(({ count }) => count === most)!;
      const text = (at: number, height: number, words: string, shade: string, align: string) => ({
        data: { values: [{ from: at, count: height }] },
        mark: {
          type: 'text',
          text: words.split('\n'),
          color: shade,
          align,
          dx: align === 'right' ? -8 : 0,
          lineHeight: 18,
        },
        encoding: { x, y: { field: 'count', type: 'quantitative' } },
      });
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: bins.filter(({ count }) => count > 0) },
            mark: { type: 'bar', color: color.second, opacity: 0.75 },
            encoding: {
              x,
              x2: { field: 'to' },
              y: {
                field: 'count',
                type: 'quantitative',
                title: 'permutations',
                scale: { domain: [0, Math.ceil(most * 1.25)], nice: false },
              },
              y2: { datum: 0 },
            },
          },
          {
            data: { values: [{ from: real }] },
            mark: { type: 'rule', color: color.first, strokeWidth: 3 },
            encoding: { x },
          },
          text(
            (tallest.from + tallest.to) / 2,
            most * 1.1,
            `${PERMUTATIONS} permutations of the labels`,
            color.ink,
            'center',
          ),
          text(real, most * 0.75, `real labels: ${real.toFixed(2)}\np = ${p.toFixed(3)}`, color.ink, 'right'),
        ],
      };
    },
  },
});
