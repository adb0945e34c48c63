import { Type } from '@sinclair/typebox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFailure } from '../grade/judge-failure.ts';
import { StudentFailure } from '../submission/outcome.ts';
import { documentReader } from './document.ts';

const schema = Type.Object(
  {
    best: Type.String({ expects: 'the name of a run' }),
    accuracy: Type.Number({ minimum: 0, maximum: 1, default: 0 }),
  },
  { additionalProperties: false },
);

const readerOf = (text: string) =>
  documentReader({ files: { 'exercise.yaml': 'seed: 1\n', 'study.yaml': text } });

function failureOf(text: string, file = 'study.yaml'): StudentFailure | undefined {
  try {
    readerOf(text)(file, schema);
    return undefined;
  } catch (error) {
    if (error instanceof StudentFailure) return error;
    throw error;
  }
}

describe('a YAML file of a submission', () => {
  it('is read as data, with defaults filled in', () => {
    expect(readerOf('best: adam\n')('study.yaml', schema)).toEqual({ best: 'adam', accuracy: 0 });
  });

  it('with mistakes costs points, not the grading, and tells where they are', () => {
    expect(judgeFailure(failureOf('best: adam\naccurracy: 0.9\n'))).toEqual({
      state: 'fail',
      message: `study.yaml cannot be graded:

study.yaml:2:1  unknown key "accurracy". Did you mean "accuracy"?

  2 | accurracy: 0.9
    | ^^^^^^^^^`,
      place: { file: 'study.yaml', line: 2, column: 1 },
    });
  });

  const nested = Array.from('abcdefghij', (name, level) => {
    const inner = level === 0 ? 'ha' : `*${'abcdefghij'[level - 1]!}`;
    return `${name}: &${name} [${`${inner}, `.repeat(9)}]`;
  });
  it.each<[string, string, string]>([
    [
      'of the wrong type',
      'best: 3\naccuracy: TODO\n',
      `study.yaml cannot be graded:

study.yaml:1:7  best has the wrong type

  1 | best: 3
    |       ^

  expected  the name of a run
  received  3
  fix       Put it in quotes: "3".

study.yaml:2:11  accuracy has the wrong type

  2 | accuracy: TODO
    |           ^^^^

  expected  a number from 0 to 1
  received  "TODO" (text)`,
    ],
    [
      'that is no YAML',
      'best: [adam\n',
      `study.yaml cannot be graded:

study.yaml:1:7  this "[" is never closed

  1 | best: [adam
    |       ^

  fix       Add "]".`,
    ],
    [
      'whose anchors multiply',
      nested.join('\n'),
      `study.yaml cannot be graded:

study.yaml:6:7  the anchors make this too large

  6 | f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, ]
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Do not nest anchors in anchors; keep data in a data file.`,
    ],
    [
      'that is too long',
      `best: ${'a'.repeat(20_000)}`,
      'study.yaml has 20006 characters, where 20000 are allowed',
    ],
  ])('%s', (_, text, message) => {
    expect(failureOf(text)?.message).toBe(message);
  });

  it('with too much in it tells the first mistakes', () => {
    const text = Array.from({ length: 7 }, (_, index) => `key${index}: 1\n`).join('');
    expect(failureOf(text)?.message).toMatch(/\n\n… and 4 more$/);
  });

  it('that is not there', () => {
    expect(failureOf('best: adam\n', 'toString')?.message).toBe(
      'toString is missing; there is exercise.yaml, study.yaml',
    );
  });

  it('never fails in another way, whatever it holds', () => {
    const pieces = [
      'best',
      ': ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '&a ',
      '*a',
      '|',
      '#',
      '\t',
      '? ',
      '!',
      ',',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 });
    const property = fc.property(text, fc.integer({ min: 1, max: 300 }), (some, times) => {
      expect(failureOf(some.join('').repeat(times).slice(0, 20_000))).toBeInstanceOf(StudentFailure);
    });
    fc.assert(property, { seed: 7, numRuns: 100 });
  });
});
