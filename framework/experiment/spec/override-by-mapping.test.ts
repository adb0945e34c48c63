import { describe, expect, test } from 'vitest';
import { locate, valueAt } from '../../document/document.ts';
import { formatProblems } from '../../document/format-problems.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError } from '../../document/problem.ts';
import { createValidator } from '../../document/validate-document.ts';
import { builtInRegistry } from '../components.ts';
import { applyMapping } from './override-by-mapping.ts';
import { applyOverrides } from './override.ts';
import { buildExperimentSchema } from './schema.ts';

const schema = buildExperimentSchema(builtInRegistry);
const validate = createValidator(schema);
const base = loadDocument({
  file: 'line.yaml',
  text: `name: line
data:
  source: { type: line, rows: 100 }
  target: y
model:
  layers:
    - { type: dense, units: 1 }
training:
  optimizer: { type: adam, learningRate: 0.01 }
  loss: meanSquaredError
`,
});
const study = (text: string) => loadDocument({ file: 'study.yaml', text });
const apply = (text: string, run = 'a') => applyMapping(base, study(text), ['runs', run], schema);

/** What a user sees of the changes, after validation. */
function messageOf(text: string): string {
  try {
    return formatProblems(validate(apply(text)).problems);
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
}

describe('changes that another file lists', () => {
  test('mean the same as on the command line', () => {
    const changed = apply(`runs:
  a:
    training.optimizer.type: sgd
    training.optimizer.momentum: 0.9
    model.layers.0.units: 3
    data.features: [x]
`);
    const assignments = [
      'training.optimizer.type=sgd',
      'training.optimizer.momentum=0.9',
      'model.layers.0.units=3',
      'data.features=[x]',
    ];
    expect(changed.value).toEqual(applyOverrides(base, assignments, schema).value);
    expect(valueAt(changed.value, ['training', 'optimizer'])).toEqual({
      type: 'sgd',
      learningRate: 0.01,
      momentum: 0.9,
    });
    expect(locate(changed, ['data', 'features', '0'])).toMatchObject({ file: 'study.yaml', line: 6 });
    expect(locate(changed, ['data', 'target'])).toMatchObject({ file: 'line.yaml', line: 4 });
    expect(locate(base, ['training', 'optimizer', 'type']).file).toBe('line.yaml');
  });

  test('may be none', () => {
    expect(apply('runs: { a: {} }\n').value).toEqual(base.value);
  });

  test('may be shared by an anchor', () => {
    const text = 'runs:\n  a: &long { training.epochs: 30 }\n  b: *long\n';
    expect(valueAt(apply(text, 'b').value, ['training', 'epochs'])).toBe(30);
  });
});

describe('what is wrong is shown where it stands', () => {
  test.each<[string, string, string]>([
    [
      'a typo in a key',
      'runs:\n  a: { training.epoch: 5 }\n',
      `study.yaml:2:17  unknown key "epoch" in training. Did you mean "epochs"?

  2 |   a: { training.epoch: 5 }
    |                 ^^^^^`,
    ],
    [
      'a key between quotes',
      'runs:\n  a: { "training.epoch": 5 }\n',
      `study.yaml:2:8  unknown key "epoch" in training. Did you mean "epochs"?

  2 |   a: { "training.epoch": 5 }
    |        ^^^^^^^^^^^^^^^^`,
    ],
    [
      'a value that is not allowed',
      'runs:\n  a: { training.optimizer.learningRate: -1 }\n',
      `study.yaml:2:41  learningRate of optimizer adam is too small

  2 |   a: { training.optimizer.learningRate: -1 }
    |                                         ^^

  expected  a number greater than 0
  received  -1`,
    ],
    [
      'all at once',
      'runs:\n  a: { name.first: x, model.layers.3.units: 1 }\n',
      `study.yaml:2:13  name has no part "first"

  2 |   a: { name.first: x, model.layers.3.units: 1 }
    |             ^^^^^

  expected  a value for name itself
  received  "line" (text)

study.yaml:2:36  model.layers has no entry 3

  2 |   a: { name.first: x, model.layers.3.units: 1 }
    |                                    ^

  expected  a number from 0 to 0`,
    ],
    [
      'no such mapping',
      'runs:\n  b: {}\n',
      `study.yaml:1:1  runs.a is missing

  1 | runs:
    | ^^^^

  expected  a mapping of changes, such as { training.epochs: 5 }`,
    ],
    [
      'something else',
      'runs:\n  a: [training.epochs]\n',
      `study.yaml:2:6  runs.a has the wrong type

  2 |   a: [training.epochs]
    |      ^^^^^^^^^^^^^^^^^

  expected  a mapping of changes, such as { training.epochs: 5 }
  received  a list: ["training.epochs"]`,
    ],
  ])('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message);
  });
});
