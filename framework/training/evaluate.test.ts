import { beforeAll, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import { buildModel } from '../model/build.ts';
import { modelComponents } from '../model/components.ts';
import { createStream } from '../random/stream.ts';
import { trainingComponents } from './components.ts';
import { evaluate } from './evaluate.ts';

const registry = createRegistry([...modelComponents, ...trainingComponents]);
const empty: Omit<PreparedPart, 'name'> = {
  rows: 0,
  sourceRows: new Int32Array(0),
  features: new Float32Array(0),
  targets: new Float32Array(0),
};

/** 1,100 rows, more than two passes; the feature of row r is r / 1000. */
function data(target: PreparedData['target'], targets: PreparedPart['targets']): PreparedData {
  const train: PreparedPart = {
    name: 'train',
    rows: 1100,
    sourceRows: Int32Array.from({ length: 1100 }, (_, row) => row),
    features: Float32Array.from({ length: 1100 }, (_, row) => row / 1000),
    targets,
  };
  return {
    parts: { train, validation: { name: 'validation', ...empty }, test: { name: 'test', ...empty } },
    inputShape: [1],
    featureNames: ['x'],
    target,
    invertTarget: (values) => values.map((value) => 10 * value),
    droppedRows: 0,
    quality: [],
    files: [],
    transformState: null,
  };
}

/** y = x for regression, p = sigmoid(x) for two classes; the penalty and the dropout must not show. */
const model = (activation: string) =>
  buildModel(
    [
      { type: 'dropout', rate: 0.5 },
      {
        type: 'dense',
        units: 1,
        activation,
        kernelInitializer: 'ones',
        kernelRegularizer: { type: 'l2', strength: 1 },
      },
    ].map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: [1], registry, stream: createStream(1) },
  );
const loss = (type: string) => registry.build('loss', fillDefaults(registry, 'loss', type), undefined);

beforeAll(() => prepareBackend('cpu'));

it('predicts every row of a regression, in the unit of the source, and measures in that of training', async () => {
  const targets = Float32Array.from({ length: 1100 }, (_, row) => row / 1000 + (row < 110 ? 1 : 0));
  const before = tf.memory().numTensors;
  const built = model('linear');
  const result = await evaluate(
    built,
    data({ kind: 'numbers', names: ['y'] }, targets),
    'train',
    loss('meanSquaredError'),
  );
  built.dispose();
  expect(tf.memory().numTensors).toBe(before);
  // A tenth of the rows, all in the first pass, is off by one.
  expect(result.loss).toBeCloseTo(0.1, 6);
  if (result.evaluation.task !== 'regression') throw new Error('expected a regression');
  expect(result.evaluation.outputs).toEqual(['y']);
  expect(result.evaluation.predictions.length).toBe(1100);
  expect(result.evaluation.predictions[1099]).toBeCloseTo(10.99, 5);
  expect(result.evaluation.targets[3]).toBeCloseTo(10.03, 5);
});

it('gives probabilities of both classes from one output', async () => {
  const labels = Int32Array.from({ length: 1100 }, (_, row) => row % 2);
  const { evaluation } = await evaluate(
    model('sigmoid'),
    data({ kind: 'classes', name: 'side', classes: ['left', 'right'] }, labels),
    'train',
    loss('binaryCrossentropy'),
  );
  if (evaluation.task !== 'classification') throw new Error('expected a classification');
  expect(evaluation).toMatchObject({ rows: 1100, classes: ['left', 'right'], labels });
  const right = 1 / (1 + Math.exp(-1.099));
  expect(evaluation.probabilities.length).toBe(2200);
  expect(evaluation.probabilities[2198]).toBeCloseTo(1 - right, 5);
  expect(evaluation.probabilities[2199]).toBeCloseTo(right, 5);
});

it('weighs the losses of rows, not the predictions', async () => {
  const targets = Float32Array.from({ length: 1100 }, (_, row) => row / 1000 + (row < 110 ? 1 : 0));
  const plain = data({ kind: 'numbers', names: ['y'] }, targets);
  const weights = Float32Array.from({ length: 1100 }, (_, row) => (row < 110 ? 3 : row < 1000 ? 1 : 0));
  const weighted = { ...plain, parts: { ...plain.parts, train: { ...plain.parts.train, weights } } };
  const results = await Promise.all(
    [plain, weighted].map((each) => evaluate(model('linear'), each, 'train', loss('meanSquaredError'))),
  );
  // 110 rows with weight 3 are off by one, 890 with weight 1 are right, the others do not count.
  expect(results[1]!.loss).toBeCloseTo(330 / (330 + 890), 6);
  expect(results[1]!.evaluation).toEqual(results[0]!.evaluation);
});
