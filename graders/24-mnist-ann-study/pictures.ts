import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { createStudy, RUNS, type Answer, type Reached, type RunName, type Study } from './study.ts';

const studies = new WeakMap<Answer['experiment'], Study>();

/** The study of an answer on the digits of the visible checks, so that the numbers are the same. */
function studyOf({ experiment, document }: Answer): Study {
  const known = studies.get(experiment);
  if (known !== undefined) return known;
  const drawn = drawDigits(createStream(24).derive('visible'));
  const study = createStudy({ experiment, document }, () => drawn);
  studies.set(experiment, study);
  return study;
}

/** What each run reaches; a run that cannot be trained yet is drawn without a dot. @throws when none can */
async function reachAll(
  study: Study,
): Promise<readonly { readonly run: RunName; readonly reached?: Reached }[]> {
  const rows: { readonly run: RunName; readonly reached?: Reached }[] = [];
  let failure: unknown;
  for (const run of RUNS) {
    try {
      rows.push({ run, reached: await study.reach(run) });
    } catch (thrown) {
      failure ??= thrown;
      rows.push({ run });
    }
  }
  if (rows.every(({ reached }) => reached === undefined)) throw failure;
  return rows;
}

/** A number of a picture, as students write it into their verdicts. */
const rounded = (value: number) => value.toFixed(2);

export const pictures = definePictures(
  {},
  {
    'ten-runs': {
      title: 'Ten runs of one network',
      description:
        'A row for each run: small marks for its accuracy after every epoch, a dot with a number for its accuracy on 2,000 unseen digits in the end. Adam with 0.001 and 0.01 and SGD with 0.1 lie together far to the right, momentum-0.001 right below sgd-0.01; adam-0.1, sgd-0.001 and full-batch stay far behind.',
      async draw({ experiment, document, color }): Promise<PictureSpec> {
        const rows = await reachAll(studyOf({ experiment, document }));
        const ends = rows.map(({ run, reached }) => ({
          run,
          accuracy: reached?.accuracy ?? 0,
          label: reached === undefined ? 'cannot be run yet' : rounded(reached.accuracy),
          isDrawn: reached !== undefined,
        }));
        const epochs = rows.flatMap(({ run, reached }) =>
          (reached?.history['validation.accuracy'] ?? []).map((accuracy) => ({ run, accuracy })),
        );
        const y = { field: 'run', type: 'nominal', title: null, sort: [...RUNS], axis: { grid: true } };
        const x = {
          field: 'accuracy',
          type: 'quantitative',
          title: 'share of digits named rightly',
          scale: { domain: [0, 1], nice: false },
        };
        return {
          width: 480,
          height: 320,
          layer: [
            {
              data: { values: epochs },
              mark: { type: 'tick', color: color.muted, thickness: 1.5, height: 12, opacity: 0.7 },
              encoding: { x, y },
            },
            {
              data: { values: ends.filter(({ isDrawn }) => isDrawn) },
              mark: { type: 'point', filled: true, size: 110, color: color.first, opacity: 1 },
              encoding: { x, y },
            },
            {
              data: { values: ends },
              mark: { type: 'text', align: 'left', x: 490, color: color.ink },
              encoding: { y, text: { field: 'label', type: 'nominal' } },
            },
          ],
        };
      },
    },

    longer: {
      title: 'Sixty epochs',
      description:
        'The loss over 60 epochs. On the digits that the network learns from it falls towards 0. On digits held back it falls at first, stays, and rises again. Two dots with numbers mark the loss on 2,000 unseen digits after 5 epochs and after 60: the second one is larger.',
      async draw({ experiment, document, color }): Promise<PictureSpec> {
        const study = studyOf({ experiment, document });
        const short = await study.reach('adam-0.001');
        const long = await study.reach('long');
        const lines = [
          { name: 'training digits', values: long.history['train.loss'] ?? [] },
          { name: 'digits held back', values: long.history['validation.loss'] ?? [] },
        ];
        const points = lines.flatMap(({ name, values }) =>
          // A loss that has become infinite has no place in a picture.
          values.flatMap((loss, epoch) => (Number.isFinite(loss) ? [{ name, epoch, loss }] : [])),
        );
        const last = Math.max(1, ...points.map(({ epoch }) => epoch));
        const marks = [
          { epoch: 5, loss: short.loss, label: `${rounded(short.loss)} unseen, after 5` },
          { epoch: last, loss: long.loss, label: `${rounded(long.loss)} unseen, after ${last}` },
        ];
        const x = {
          field: 'epoch',
          type: 'quantitative',
          title: 'epoch',
          scale: { domain: [0, last], nice: false },
        };
        const y = { field: 'loss', type: 'quantitative', title: 'loss', scale: { domain: [0, 1.2] } };
        const style = {
          field: 'name',
          type: 'nominal',
          scale: { domain: lines.map(({ name }) => name), range: [color.first, color.second] },
          legend: { title: null, orient: 'top-right', symbolType: 'stroke', symbolStrokeWidth: 3 },
        };
        const text = (mark: object, align: 'left' | 'right', dx: number) => ({
          data: { values: [mark] },
          mark: { type: 'text', align, dx, dy: -30, color: color.ink },
          encoding: { x, y, text: { field: 'label', type: 'nominal' } },
        });
        return {
          width: 560,
          height: 320,
          layer: [
            {
              data: { values: points },
              mark: { type: 'line', strokeWidth: 2.5, clip: true },
              encoding: { x, y, color: style },
            },
            {
              data: { values: marks },
              mark: { type: 'point', filled: true, size: 90, color: color.ink, opacity: 1 },
              encoding: { x, y },
            },
            text(marks[0]!, 'left', 4),
            text(marks[1]!, 'right', 0),
          ],
        };
      },
    },
  },
);
