import { definePictures, type PictureColors, type PictureSpec, type Stream } from 'descent/grading';
import { exports } from './exports.ts';

interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly ys: readonly number[];
}

/** A neuron for two features. */
interface Drawn {
  readonly w: readonly number[];
  readonly b: number;
}

const netAt = ({ w, b }: Drawn, [x1, x2]: readonly number[]): number => b + w[0]! * x1! + w[1]! * x2!;

/** Sixty points of the square from -1 to 1 that keep 0.15 away from an oblique line. */
function drawSample(stream: Stream): Points {
  const line = { w: [0.6, 0.8], b: 0.2 };
  const xs: number[][] = [];
  while (xs.length < 60) {
    const x = [2 * stream.uniform() - 1, 2 * stream.uniform() - 1];
    if (Math.abs(netAt(line, x)) >= 0.15) xs.push(x);
  }
  return { xs, ys: xs.map((x) => Math.sign(netAt(line, x))) };
}

function mistakes(neuron: Drawn, { xs, ys }: Points): number {
  return xs.filter((x, i) => netAt(neuron, x) > 0 !== ys[i]! > 0).length;
}

/** The perceptron of exercise 05 after each epoch, until it rests. */
function perceptronEpochs({ xs, ys }: Points): Drawn[] {
  const epochs: Drawn[] = [];
  let [w1, w2, b] = [0, 0, 0];
  while (epochs.length < 50) {
    for (const [i, [x1, x2]] of xs.entries()) {
      const isHit = netAt({ w: [w1, w2], b }, [x1!, x2!]) > 0 === ys[i]! > 0;
      if (!isHit) [w1, w2, b] = [w1 + ys[i]! * x1!, w2 + ys[i]! * x2!, b + ys[i]!];
    }
    epochs.push({ w: [w1, w2], b });
    if (mistakes(epochs.at(-1)!, { xs, ys }) === 0) return epochs;
  }
  return epochs;
}

/** The two ends of a boundary, far outside of the picture. */
function ends({ w, b }: Drawn, tags: object): readonly object[] {
  const square = w[0]! ** 2 + w[1]! ** 2;
  if (square === 0) return [];
  const foot = w.map((weight) => (-b * weight) / square);
  return [-9, 9].map((far) => ({ ...tags, x1: foot[0]! - far * w[1]!, x2: foot[1]! + far * w[0]! }));
}

const axis = (field: string) => ({
  field,
  type: 'quantitative',
  scale: { domain: [-1.05, 1.05], nice: false },
  axis: { grid: false, values: [-1, 0, 1] },
});

/** One panel: the boundary after each epoch, the last one strong, and the points. */
function linesPanel(
  title: string,
  { xs, ys }: Points,
  epochs: readonly Drawn[],
  color: PictureColors,
): object {
  const encoding = { x: axis('x1'), y: axis('x2') };
  const last = epochs.length;
  const lines = epochs.flatMap((neuron, epoch) =>
    ends(neuron, { epoch: epoch + 1, strength: 0.12 + (0.4 * epoch) / last }),
  );
  const byClass = (range: readonly string[]) => ({
    field: 'y',
    type: 'nominal',
    scale: { domain: [-1, 1], range },
    legend: null,
  });
  const line = { type: 'line', clip: true, color: color.ink };
  return {
    title,
    width: 250,
    height: 250,
    layer: [
      {
        data: { values: lines },
        transform: [{ filter: `datum.epoch < ${last}` }],
        mark: { ...line, strokeWidth: 1.2 },
        encoding: {
          ...encoding,
          detail: { field: 'epoch' },
          opacity: { field: 'strength', type: 'quantitative', scale: null, legend: null },
        },
      },
      {
        data: { values: lines },
        transform: [{ filter: `datum.epoch == ${last}` }],
        mark: { ...line, strokeWidth: 3 },
        encoding: { ...encoding, detail: { field: 'epoch' } },
      },
      {
        data: { values: xs.map(([x1, x2], i) => ({ x1, x2, y: ys[i] })) },
        mark: { type: 'point', size: 55, opacity: 1, strokeWidth: 1.8 },
        encoding: {
          ...encoding,
          stroke: byClass([color.second, color.first]),
          fill: byClass(['transparent', color.first]),
          shape: byClass(['square', 'circle']),
        },
      },
    ],
  };
}

const quantitative = (
  field: string,
  title: string,
  domain: readonly number[],
  values: readonly number[],
) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { values },
});

export const pictures = definePictures(exports, {
  'lines-per-epoch': {
    title: 'The line after each epoch',
    description:
      'Sixty points of two classes, twice. Left, the boundary of the perceptron after each epoch: it jumps, and rests close to some of the points as soon as none is wrong. Right, that of Adaline: it glides to its place between the classes.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const points = drawSample(stream('points'));
      const perceptron = perceptronEpochs(points);
      const adaline: Drawn[] = [];
      for (let epochs = 1; epochs <= 25; epochs++) {
        adaline.push(await student.trainBatch(points, { lr: 0.002, epochs }));
      }
      return {
        hconcat: [
          linesPanel(`Perceptron, ${perceptron.length} epochs`, points, perceptron, color),
          linesPanel(`Adaline, ${adaline.length} epochs`, points, adaline, color),
        ],
      };
    },
  },

  'loss-falls-on': {
    title: 'It goes on after the last mistake',
    description:
      'The loss over 25 epochs. In the first of them some points are on the wrong side; then none is, where a perceptron would rest, but the loss goes on falling towards a floor above 0.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const points = drawSample(stream('points'));
      const values: { epoch: number; loss: number; wrong: number; label: string }[] = [];
      for (let epoch = 0; epoch <= 25; epoch++) {
        const { losses, ...neuron } = await student.trainBatch(points, { lr: 0.002, epochs: epoch });
        const wrong = mistakes(neuron, points);
        values.push({
          epoch,
          loss: losses[epoch]!,
          wrong,
          label: epoch === 0 ? `${wrong} points wrong` : `${wrong}`,
        });
      }
      const rest = values.find(({ wrong }) => wrong === 0);
      const x = quantitative('epoch', 'epoch', [0, 26], [0, 5, 10, 15, 20, 25]);
      const y = quantitative('loss', 'loss', [0, 64], [0, 20, 40, 60]);
      return {
        width: 560,
        height: 320,
        data: { values },
        layer: [
          { mark: { type: 'line', strokeWidth: 1.5, color: color.muted }, encoding: { x, y } },
          {
            mark: { type: 'point', filled: true, size: 70, opacity: 1 },
            encoding: {
              x,
              y,
              color: { condition: { test: 'datum.wrong > 0', value: color.second }, value: color.first },
            },
          },
          {
            transform: [{ filter: 'datum.wrong > 0' }],
            mark: { type: 'text', align: 'left', dx: 9, dy: -9, fontSize: 12, color: color.second },
            encoding: { x, y, text: { field: 'label', type: 'nominal' } },
          },
          ...(rest === undefined
            ? []
            : [
                {
                  data: { values: [{ ...rest, text: 'nothing is wrong any more' }] },
                  mark: { type: 'text', align: 'left', dx: 12, dy: -10, color: color.first },
                  encoding: { x, y, text: { field: 'text', type: 'nominal' } },
                },
              ]),
        ],
      };
    },
  },

  stretched: {
    title: 'One feature in other units',
    description:
      'The loss over 60 epochs with the first feature as it is, and 10, 30 and 100 times as large, each with a learning rate close to the largest that works: the larger the feature, the slower. Scaled it is as fast as before.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const { xs, ys } = drawSample(stream('points'));
      const inUnits = (factor: number) => xs.map(([x1, x2]) => [factor * x1!, x2!]);
      const runs = [
        { run: 'as it is', xs, lr: 0.009, dy: 6 },
        { run: '10 times', xs: inUnits(10), lr: 4e-4, dy: -3 },
        { run: '30 times', xs: inUnits(30), lr: 4e-5, dy: 0 },
        { run: '100 times', xs: inUnits(100), lr: 4e-6, dy: 0 },
        { run: '100 times, scaled', xs: await student.scaleFeatures(inUnits(100)), lr: 0.009, dy: 21 },
      ];
      const values: { run: string; epoch: number; loss: number }[] = [];
      for (const { run, lr, xs: stretched } of runs) {
        const { losses } = await student.trainBatch({ xs: stretched, ys }, { lr, epochs: 60 });
        values.push(...losses.map((loss, epoch) => ({ run, epoch, loss })));
      }
      const x = quantitative('epoch', 'epoch', [0, 80], [0, 20, 40, 60]);
      const y = quantitative('loss', 'loss', [0, 64], [0, 20, 40, 60]);
      const path = {
        field: 'run',
        type: 'nominal',
        scale: {
          domain: runs.map(({ run }) => run),
          range: [color.muted, color.third, color.second, color.ink, color.first],
        },
        legend: null,
      };
      return {
        width: 560,
        height: 320,
        data: { values },
        layer: [
          { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color: path } },
          ...runs.map(({ run, dy }) => ({
            transform: [{ filter: `datum.epoch == 60 && datum.run == '${run}'` }],
            mark: { type: 'text', align: 'left', dx: 6, dy, fontWeight: 600 },
            encoding: { x, y, text: { field: 'run', type: 'nominal' }, color: path },
          })),
        ],
      };
    },
  },
});
