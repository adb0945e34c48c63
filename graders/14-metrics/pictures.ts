import { definePictures, type PictureSpec } from 'descent/grading';
import { judgedDigits } from './digits.ts';
import { exports } from './exports.ts';

export const pictures = definePictures(exports, {
  'coverage-accuracy': {
    title: 'Fewer answers, better answers',
    description:
      'Coverage and accuracy of a model of handwritten digits over the threshold from 0 to 1. Without a threshold it answers everything and 88 % of that is right. At 0.9 it answers 64 %, and 97 % of that is right.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { probabilities, labels } = await judgedDigits();
      const values: object[] = [];
      for (let hundredth = 0; hundredth < 100; hundredth += 3) {
        const threshold = hundredth / 100;
        const { coverage, accuracy } = await student.selective(probabilities, labels, threshold);
        values.push({ threshold, share: coverage, what: 'coverage' });
        values.push({ threshold, share: accuracy, what: 'accuracy' });
      }
      const at = await student.selective(probabilities, labels, 0.9);
      const texts = [
        { threshold: 0.9, share: at.accuracy, text: `${(100 * at.accuracy).toFixed(0)} % right` },
        { threshold: 0.9, share: at.coverage, text: `${(100 * at.coverage).toFixed(0)} % answered` },
      ];
      const x = {
        field: 'threshold',
        type: 'quantitative',
        title: 'threshold',
        scale: { domain: [0, 1], nice: false },
      };
      const y = {
        field: 'share',
        type: 'quantitative',
        title: null,
        scale: { domain: [0, 1.02], nice: false },
        axis: { format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
      };
      const what = {
        field: 'what',
        type: 'nominal',
        scale: { domain: ['coverage', 'accuracy'], range: [color.second, color.first] },
        legend: null,
      };
      const names = [
        { threshold: 0.04, share: 0.84, what: 'accuracy' },
        { threshold: 0.04, share: 0.96, what: 'coverage' },
      ];
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: [{ threshold: 0.9 }] },
            mark: { type: 'rule', color: color.muted, strokeDash: [3, 3] },
            encoding: { x },
          },
          {
            data: { values },
            mark: { type: 'line', strokeWidth: 2.5 },
            encoding: { x, y, color: what },
          },
          {
            data: { values: names },
            mark: { type: 'text', align: 'left', fontWeight: 600 },
            encoding: { x, y, color: what, text: { field: 'what', type: 'nominal' } },
          },
          {
            data: { values: texts },
            mark: { type: 'point', filled: true, size: 70, opacity: 1, color: color.ink },
            encoding: { x, y },
          },
          {
            data: { values: texts },
            mark: { type: 'text', align: 'right', dx: -8, dy: 14, color: color.ink },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },

  'confusion-matrix': {
    title: 'Which digit is taken for which',
    description:
      'The confusion matrix of 2,000 digits: rows are the true digits, columns the answers. Most counts lie on the diagonal; beside it 8 taken for 5, 3 for 5, 4 for 9 and 9 for 7 are the most frequent mistakes.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { probabilities, labels } = await judgedDigits();
      const predicted = probabilities.map((row) => row.indexOf(Math.max(...row)));
      const matrix = await student.confusion({ predicted, labels }, 10);
      const values = matrix.flatMap((row, truth) =>
        row.map((count, answer) => ({ truth, answer, count, isRight: truth === answer })),
      );
      const x = {
        field: 'answer',
        type: 'ordinal',
        title: 'predicted digit',
        axis: { orient: 'top', labelAngle: 0 },
      };
      const y = { field: 'truth', type: 'ordinal', title: 'true digit' };
      const worst = Math.max(...values.filter(({ isRight }) => !isRight).map(({ count }) => count));
      return {
        width: 440,
        height: 300,
        data: { values },
        layer: [
          {
            transform: [{ filter: '!datum.isRight' }],
            mark: { type: 'rect', color: color.second },
            encoding: {
              x,
              y,
              opacity: {
                field: 'count',
                type: 'quantitative',
                scale: { domain: [0, worst], range: [0, 0.75] },
                legend: null,
              },
            },
          },
          {
            transform: [{ filter: 'datum.isRight' }],
            mark: { type: 'rect', color: color.first, opacity: 0.3 },
            encoding: { x, y },
          },
          {
            transform: [{ filter: 'datum.count > 0' }],
            mark: { type: 'text', color: color.ink },
            encoding: { x, y, text: { field: 'count', type: 'quantitative' } },
          },
        ],
      };
    },
  },
});
