import { Type, type Static } from '@sinclair/typebox';
import { slot } from '../../component/slot.ts';
import type { ComponentSpec } from '../../component/component.ts';

/** A list of components, empty by default. */
const components = (
  kind: Parameters<typeof slot>[0],
  about: { description: string; reason: string; examples: readonly unknown[] },
) =>
  Type.Unsafe<readonly ComponentSpec[]>({
    type: 'array',
    items: { $ref: `#/$defs/${kind}` },
    default: [],
    ...about,
  });

const closed = { additionalProperties: false } as const;

/** The backends by name; `auto` takes the fastest one that loads. */
export const BACKEND_NAMES = ['auto', 'tensorflow-gpu', 'tensorflow', 'webgpu', 'wasm', 'cpu'] as const;

/** The experiment file: the schema from which validation, completion, `descent explain` and the type come. */
export const experimentSchema = Type.Object(
  {
    name: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
      expects: 'lower-case letters, digits and hyphens, such as penguins-species',
      description:
        'Name of the experiment; run folders are named after it. Lower-case letters, digits and hyphens.',
      examples: ['penguins-species'],
    }),
    description: Type.String({
      default: '',
      description: 'What the experiment is about, for the report.',
      reason: 'the name may say enough',
      examples: ['Tell three species of penguin apart by their measurements.'],
    }),
    seed: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      default: 0,
      description: 'Every random draw of the run derives from it: split, initial weights, order, dropout.',
      examples: [7],
      reason: 'any fixed number makes a run repeatable; 0 is a seed like any other',
    }),
    backend: Type.Union(
      BACKEND_NAMES.map((name) => Type.Literal(name)),
      {
        default: 'wasm',
        description: 'What computes: the name of a TensorFlow.js backend, or auto for the fastest installed.',
        reason: 'it comes with npm install and gives the same bits on every machine',
      },
    ),
    mode: Type.Union([Type.Literal('reproducible'), Type.Literal('fast')], {
      default: 'reproducible',
      description:
        "How the backend wasm computes: reproducible, with the same bits on every machine, or fast, with the processor's fused multiply-add where Node.js has it (22 and newer), so that the last bits differ between processors. Other backends have no choice.",
      reason: 'a run that gives the same bits can be checked; fast saves up to half of the time',
    }),
    use: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      description: 'Files with components of your own, relative to this file.',
      reason: 'most experiments need only what comes with Descent',
      examples: [['./my-layer.ts']],
    }),
    data: Type.Object(
      {
        source: slot('source', {
          description: 'Where the rows come from.',
          examples: [{ type: 'csv', dataset: 'penguins' }],
        }),
        features: Type.Array(Type.String(), {
          default: [],
          expects: 'a list of column names',
          description: 'Columns that the model sees, in order. Empty: all columns but the target.',
          reason: 'a start; naming them keeps out columns that give the answer away',
          examples: [['bill_length_mm', 'sex']],
        }),
        target: Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], {
          expects: 'the name of a column, or a list of names',
          examples: ['species'],
          description:
            'Column to predict: of categories for classification, of numbers for regression; or several of numbers.',
        }),
        sampleWeights: Type.Union([Type.String(), Type.Null()], {
          default: null,
          description:
            'Column that says how much the loss of each row counts, in training and in every reported loss; null for all alike. It is no feature.',
          reason: 'rows count alike unless you know better',
        }),
        missing: Type.Union([Type.Literal('drop'), Type.Literal('error'), Type.Literal('keep')], {
          default: 'error',
          description:
            'What to do with rows in which a feature or the target is missing: drop them, stop with an error, or keep them for an impute transform.',
          reason: 'rows should not vanish unless you say so',
        }),
        limit: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
          default: null,
          description: 'Use only that many rows, drawn at random; null for all.',
          reason: 'more rows teach more',
          examples: [1000],
        }),
        split: slot('split', {
          description: 'How rows are divided into the parts train, validation and test.',
          default: { type: 'random' },
          reason: 'it suits rows that do not depend on each other',
          examples: [{ train: 0.8, validation: 0.1, test: 0.1, stratify: ['species'] }],
        }),
        transforms: components('transform', {
          description: 'Changes to the features, in order, each fitted on the training part only.',
          reason: 'what your columns need only you can say; most numbers want standardize',
          examples: [[{ type: 'standardize' }, { type: 'oneHot', columns: ['sex'] }]],
        }),
        targetTransforms: components('transform', {
          description:
            'Changes to a target of numbers, undone before metrics are computed, e.g. standardize.',
          reason: 'classes need none, numbers around 1 neither',
          examples: [['standardize']],
        }),
      },
      { ...closed, description: 'The data: source, columns, split and transforms.' },
    ),
    model: Type.Object(
      {
        layers: Type.Unsafe<readonly ComponentSpec[]>({
          type: 'array',
          minItems: 1,
          items: { $ref: '#/$defs/layer' },
          description: 'Layers in order; the last one gives the prediction.',
          examples: [
            [
              { type: 'dense', units: 16, activation: 'relu' },
              { type: 'dense', units: 3, activation: 'softmax' },
            ],
          ],
        }),
      },
      { ...closed, description: 'The model: a list of layers.' },
    ),
    training: Type.Object(
      {
        optimizer: slot('optimizer', {
          description: 'How weights follow the gradient.',
          default: { type: 'adam' },
          reason: 'it learns on most problems without tuning',
          examples: [{ type: 'adam', learningRate: 0.01 }],
        }),
        loss: slot('loss', {
          description: 'What training makes small.',
          examples: ['categoricalCrossentropy'],
        }),
        batchSize: Type.Integer({
          minimum: 1,
          default: 32,
          description: 'Rows per update.',
          reason: 'small enough to learn in few epochs, large enough to be fast',
        }),
        epochs: Type.Integer({
          minimum: 1,
          default: 10,
          description: 'Passes over the training part, at most.',
          reason: 'enough to see whether it learns; early stopping makes more of them safe',
        }),
        shuffle: Type.Boolean({
          default: true,
          description: 'Whether every epoch sees the rows in a new order.',
          reason: 'files are often sorted by class',
        }),
        classWeights: Type.Union(
          [Type.Literal('balanced'), Type.Record(Type.String(), Type.Number({ minimum: 0 })), Type.Null()],
          {
            default: null,
            expects: 'balanced, or a mapping of class names to weights',
            description:
              'How much the loss of a row counts by its class, in training and in every reported loss: balanced for rare classes as much as frequent ones, or a mapping { class: weight } in which the others have 1; null for all alike. Weights are divided by their mean over the training part.',
            reason: 'weights trade probabilities that are right for rare classes that are found',
          },
        ),
        step: Type.Union([Type.Literal('auto'), Type.Literal('fused'), Type.Literal('tape')], {
          default: 'auto',
          description:
            'How steps are computed: fused, by kernels of Descent on memory that is laid out once, for chains of common layers on the backend wasm; tape, by TensorFlow.js, for anything; or auto, which is fused where it can be. The numbers are the same but for rounding.',
          reason: 'fused is several times faster for small networks, and tape knows every model',
        }),
        callbacks: components('callback', {
          description: 'What happens at the end of an epoch: stop early, keep the best weights, …',
          reason: 'a run of fixed length is the easiest to compare',
          examples: [[{ type: 'earlyStopping', monitor: 'validation.loss', patience: 10 }]],
        }),
      },
      { ...closed, description: 'The training: optimizer, loss, batches and epochs.' },
    ),
    metrics: components('metric', {
      description: 'What is measured on every part besides the loss.',
      reason: 'the loss is always measured',
      examples: [['accuracy', 'confusionMatrix']],
    }),
    targets: Type.Record(
      Type.String(),
      Type.String({
        pattern: '^\\s*(<|<=|>|>=)\\s*-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*$',
        expects: 'a comparison in quotes, such as ">= 0.95"',
      }),
      {
        default: {},
        reason: 'a first run shows what can be reached',
        examples: [{ 'test.accuracy': '>= 0.95' }],
        description: 'Results that the run must reach, as part.metric; else it exits with 1.',
      },
    ),
  },
  { ...closed, title: 'Descent experiment' },
);

/** An experiment after validation: every default filled, every short form expanded, frozen. */
export type ExperimentSpec = Static<typeof experimentSchema>;
