import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { locate, valueAt } from '../../document/document.ts';
import { formatProblems } from '../../document/format-problems.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError } from '../../document/problem.ts';
import { createValidator } from '../../document/validate-document.ts';
import { builtInRegistry } from '../components.ts';
import { applyOverrides } from './override.ts';
import { buildExperimentSchema } from './schema.ts';

const schema = buildExperimentSchema(builtInRegistry);
const validate = createValidator(schema);
const text = `name: line
data:
  source: { type: line, rows: 100 }
  target: y
model:
  layers:
    - { type: dense, units: 1 }
training:
  loss: meanSquaredError
metrics: [rmse]
targets: { test.rmse: '<= 1' }
`;
const document = loadDocument({ file: 'line.yaml', text });
const override = (...overrides: string[]) => applyOverrides(document, overrides, schema);

/** What a user sees of the overrides, after validation. */
function messageOf(...overrides: string[]): string {
  try {
    const { problems } = validate(override(...overrides));
    return formatProblems(problems);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
}

describe('what can be set', () => {
  test.each([
    ['training.epochs=5', ['training', 'epochs'], 5],
    ['model.layers.0.units=32', ['model', 'layers', '0', 'units'], 32],
    ['name=other', ['name'], 'other'],
    ['data.features=[x]', ['data', 'features'], ['x']],
    ['training.loss.reduction=sum', ['training', 'loss'], { type: 'meanSquaredError', reduction: 'sum' }],
    ['training.optimizer.learningRate=0.5', ['training', 'optimizer'], { type: 'adam', learningRate: 0.5 }],
    ['data.split.train=0.6', ['data', 'split'], { type: 'random', train: 0.6 }],
    ['model.layers.0.activation.type=relu', ['model', 'layers', '0', 'activation'], { type: 'relu' }],
    ["targets.test.rmse='< 2'", ['targets'], { 'test.rmse': '< 2' }],
    ['targets.test.mae="< 2"', ['targets'], { 'test.rmse': '<= 1', 'test.mae': '< 2' }],
    ['training.callbacks=[{ type: earlyStopping }]', ['training', 'callbacks'], [{ type: 'earlyStopping' }]],
  ])('%s', (text, path, value) => {
    expect(valueAt(override(text).value, path)).toEqual(value);
    expect(messageOf(text)).toBe('');
  });

  test('the document itself stays as it is', () => {
    const before = structuredClone(document.value);
    override('training.epochs=5', 'model.layers.0.units=7');
    expect(document.value).toEqual(before);
    expect(locate(document, ['training', 'epochs']).file).toBe('line.yaml');
  });

  test('any text can be set as a description', () => {
    const property = fc.property(fc.string(), (description) => {
      const assignment = `description=${stringify(description, { lineWidth: 0, blockQuote: false }).trimEnd()}`;
      expect(valueAt(override(assignment).value, ['description'])).toBe(description);
    });
    fc.assert(property, { seed: 7, numRuns: 200 });
  });
});

describe('what is wrong is shown in the command line', () => {
  test('a typo in a key', () => {
    expect(messageOf('seed=1', 'training.epoch=5')).toBe(
      `command line:1:17  unknown key "epoch" in training. Did you mean "epochs"?

  1 | seed=1 training.epoch=5
    |                 ^^^^^`,
    );
  });

  test('a value of the wrong type', () => {
    expect(messageOf('training.epochs=many')).toBe(
      `command line:1:17  training.epochs has the wrong type

  1 | training.epochs=many
    |                 ^^^^

  expected  a whole number of at least 1
  received  "many" (text)`,
    );
  });

  test('in the assignment that is at fault, and within a list that it gives', () => {
    expect(messageOf('seed=1', "data.features=[x, 2, 'y']").split('\n').slice(0, 4).join('\n')).toBe(
      `command line:1:26  data.features.1 has the wrong type

  1 | seed=1 data.features=[x, 2, 'y']
    |                          ^`,
    );
  });

  test('an entry that the list does not have', () => {
    expect(messageOf('model.layers.3.units=1')).toBe(
      `command line:1:14  model.layers has no entry 3

  1 | model.layers.3.units=1
    |              ^

  expected  a number from 0 to 0`,
    );
  });

  test.each([
    ['epochs', 'command line:1:1  "epochs" is not of the form key=value'],
    ['=5', 'command line:1:1  "=5" is not of the form key=value'],
    ['trainig.epochs=5', 'command line:1:1  unknown key "trainig". Did you mean "training"?'],
    ['training..epochs=5', 'command line:1:10  "" is not a key'],
    ['__proto__.x=5', 'command line:1:1  "__proto__" is not a key'],
    ['name.first=5', 'command line:1:6  name has no part "first"'],
    ['data.features=[x', 'command line:1:15  this "[" is never closed'],
    [
      'training.callbacks=[{ type: earlyStoping }]',
      'command line:1:29  unknown callback "earlyStoping". Did you mean "earlyStopping"?',
    ],
    [
      'training.callbacks=[{ type: earlyStopping, patienc: 3 }]',
      'command line:1:44  unknown option "patienc" for callback earlyStopping. Did you mean "patience"?',
    ],
  ])('%s', (text, firstLine) => {
    expect(messageOf(text).split('\n')[0]).toBe(firstLine);
  });
});
