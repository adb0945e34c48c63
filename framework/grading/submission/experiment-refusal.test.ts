import { describe, expect, it } from 'vitest';
import { experimentRunner } from '../check/experiment.ts';
import { clouds, experiment } from './test-experiment.ts';
import { testSubmissions } from './test-submissions.ts';

const submissions = testSubmissions({ limits: { callMilliseconds: 60_000 } });
const limits = { parameters: 2_000 };

/** Each anchor is nine times the one before. */
function manyLaughs(): string {
  const names = Array.from('abcdefghij');
  return names
    .map((name, index) => `${name}: &${name} [${`*${names[index - 1] ?? ''}, `.repeat(9)}]`)
    .join('\n')
    .replace(/\*, /g, 'ha, ');
}

/** What a student reads after "… cannot be run:", by the file that must not run. */
const REFUSED: readonly { readonly file: string; readonly text: string; readonly message: string }[] = [
  {
    file: 'use.yaml',
    text: experiment(['seed: 3', 'use: [./steal.ts]']),
    message: `use.yaml:2:1  this exercise takes no components of your own

  2 | use: [./steal.ts]
    | ^^^

  fix       Remove "use".`,
  },
  {
    file: 'file.yaml',
    text: experiment(['dataset: clouds', 'file: /etc/passwd']),
    message: `file.yaml:4:11  source csv: the exercise gives the rows: no file, rows or generator can be named

  4 |   source: { type: csv, file: /etc/passwd }
    |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Write source: { type: csv, dataset: clouds }.`,
  },
  {
    file: 'other-set.yaml',
    text: experiment(['dataset: clouds', 'dataset: cloud']),
    message: `other-set.yaml:4:33  source csv: this exercise has no data set "cloud". Did you mean "clouds"?

  4 |   source: { type: csv, dataset: cloud }
    |                                 ^^^^^`,
  },
  {
    file: 'inline.yaml',
    text: experiment(['type: csv, dataset: clouds', 'type: inline, rows: [{ x: 1, kind: near }]']),
    message: `inline.yaml:4:11  source inline: the exercise gives the rows: no file, rows or generator can be named

  4 |   source: { type: inline, rows: [{ x: 1, kind: near }] }
    |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Write source: { type: csv, dataset: clouds }.`,
  },
  {
    file: 'generator.yaml',
    text: experiment(['type: csv, dataset: clouds', 'type: spiral']),
    message: `generator.yaml:4:11  source spiral: the exercise gives the rows: no file, rows or generator can be named

  4 |   source: { type: spiral }
    |           ^^^^^^^^^^^^^^^^

  fix       Write source: { type: csv, dataset: clouds }.`,
  },
  {
    file: 'units.yaml',
    text: experiment(['units: 4', 'units: 1000000000']),
    message: `units.yaml:10:29  1000000000 is more than this exercise allows

  10 |     - { type: dense, units: 1000000000, activation: tanh }
     |                             ^^^^^^^^^^

  expected  at most 1024`,
  },
  {
    file: 'epochs.yaml',
    text: experiment(['epochs: 5', 'epochs: 1000000']),
    message: `epochs.yaml:16:11  1000000 epochs are more than this exercise allows

  16 |   epochs: 1000000
     |           ^^^^^^^

  expected  at most 200`,
  },
  {
    file: 'layers.yaml',
    text: experiment([
      '    - { type: dense, units: 4, activation: tanh }\n',
      '    - { type: dense, units: 4 }\n'.repeat(21),
    ]),
    message: `layers.yaml:9:3  22 layers are more than this exercise allows

  9 |   layers:
    |   ^^^^^^

  expected  at most 20`,
  },
  {
    file: 'parameters.yaml',
    text: experiment(['units: 4', 'units: 1000']),
    message: `parameters.yaml:9:3  the network's 5002 parameters are more than this exercise allows

  9 |   layers:
    |   ^^^^^^

  expected  at most 2000`,
  },
  {
    file: 'nan.yaml',
    text: experiment(['learningRate: 0.05', 'learningRate: .nan']),
    message: `nan.yaml:13:42  learningRate of optimizer adam is not a finite number

  13 |   optimizer: { type: adam, learningRate: .nan }
     |                                          ^^^^

  expected  a number greater than 0
  received  .nan, which is not a number`,
  },
  {
    file: 'anchor.yaml',
    text: experiment(['seed: 3', 'seed: &a [*a, *a]']),
    message: `anchor.yaml:2:11  the anchor "&a" contains itself

  2 | seed: &a [*a, *a]
    |           ^^

  fix       Remove the "*a".`,
  },
  {
    file: 'billion.yaml',
    text: manyLaughs(),
    message: `billion.yaml:6:7  the anchors make this too large

  6 | f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, ]
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Do not nest anchors in anchors; keep data in a data file.`,
  },
  {
    file: 'prototype.yaml',
    text: experiment(['seed: 3', '__proto__: { polluted: true }']),
    message: `prototype.yaml:2:1  the key "__proto__" is not allowed

  2 | __proto__: { polluted: true }
    | ^^^^^^^^^

  fix       Use another name.`,
  },
  {
    file: 'tag.yaml',
    text: experiment(['seed: 3', 'seed: !!js/function "function () {}"']),
    message: `tag.yaml:2:7  unknown tag

  2 | seed: !!js/function "function () {}"
    |       ^^^^^^^^^^^^^

  fix       Remove the tag; text that begins with "!" needs quotes.`,
  },
  {
    file: 'syntax.yaml',
    text: experiment(['seed: 3', 'seed: [3']),
    message: `syntax.yaml:2:7  this "[" is never closed

  2 | seed: [3
    |       ^

  fix       Add "]".`,
  },
  {
    file: 'many.yaml',
    text: experiment(
      ['epochs: 5', 'epoch: 5'],
      ['units: 4', 'unit: 4'],
      ['csv', 'cvs'],
      ['seed: 3', 'seed: three'],
      ['name: clouds', 'name: Two Clouds'],
    ),
    message: `many.yaml:1:7  name has the wrong form

  1 | name: Two Clouds
    |       ^^^^^^^^^^

  expected  lower-case letters, digits and hyphens, such as penguins-species
  received  "Two Clouds" (text)

many.yaml:2:7  seed has the wrong type

  2 | seed: three
    |       ^^^^^

  expected  a whole number of at least 0 and less than 2^53
  received  "three" (text)

many.yaml:4:19  unknown source "cvs". Did you mean "csv"?

  4 |   source: { type: cvs, dataset: clouds }
    |                   ^^^

many.yaml:10:22  unknown option "unit" for layer dense. Did you mean "units"?

  10 |     - { type: dense, unit: 4, activation: tanh }
     |                      ^^^^

… and 1 more`,
  },
  {
    file: 'empty.yaml',
    text: '',
    message: `empty.yaml  the file is empty
  expected  a mapping, lines of the form "key: value"`,
  },
  {
    file: 'long.yaml',
    text: experiment(['seed: 3', `description: ${'long '.repeat(3_000)}`]),
    message: `long.yaml returned a text of 14999 characters, where 10000 are allowed`,
  },
];

describe('an experiment that is wrong, or wants too much, is refused in words', () => {
  const files = Object.fromEntries(REFUSED.map(({ file, text }) => [file, text]));
  const opened = submissions.open(files);

  it.each(REFUSED)('$file', async ({ file, message }) => {
    const run = experimentRunner(await opened)({ file, data: { clouds }, limits });
    const said = await run.then(
      () => 'no refusal',
      (error: unknown) => (error as Error).message,
    );
    expect(said.replace(`${file} cannot be run:\n\n`, '')).toBe(message);
  });
});

it('an experiment that takes too long', async () => {
  const text = experiment(['batchSize: 8', 'batchSize: 1'], ['epochs: 5', 'epochs: 200']);
  const submission = await submissions.open({ 'experiment.yaml': text }, { callMilliseconds: () => 50 });
  await expect(experimentRunner(submission)({ data: { clouds } })).rejects.toThrow(
    'experiment.yaml: not trained within 0.05 s: fewer epochs, or a smaller network?',
  );
});
