import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { classroom50Exporter, wholeFactor, type ClassroomResult } from './classroom50.ts';
import { collectFiles } from './collect-files.ts';
import type { Classroom } from './exporter.ts';
import { fixtureGrades, SECRET } from './fixture-grades.ts';

const text = Type.String({ minLength: 1 });
const whole = Type.Integer({ minimum: 0 });
const second = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$' });
/** What the collector of Classroom 50 takes; anything unknown makes it skip the result. */
const schema = Type.Object(
  {
    schema: Type.Literal('classroom50/result/v1'),
    classroom: text,
    assignment: text,
    assignment_type: Type.Enum({ a: 'individual', b: 'group' }),
    owner: text,
    submission: Type.String({ pattern: '^submit/' }),
    commit: text,
    release: text,
    review: text,
    datetime: second,
    graded_at: second,
    score: whole,
    'max-score': whole,
    tests: Type.Array(
      Type.Object(
        { 'test-name': text, passed: Type.Boolean(), score: whole, 'max-score': whole },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

async function exported(classroom: Classroom = { name: 'ml-2026' }) {
  return collectFiles(classroom50Exporter, fixtureGrades({ classroom }));
}

describe('classroom50', () => {
  it('gets a result for everything that was handed in, in its form', async () => {
    const files = await exported();
    const results = [...files].filter(([path]) => path.endsWith('/result.json'));
    expect(results.map(([path]) => path)).toEqual([
      'ada/02-line-gd/result.json',
      'ada/05-perceptron/result.json',
      'bob/02-line-gd/result.json',
      'bob/05-perceptron/result.json',
      'carol/02-line-gd/result.json',
      'eve_105/02-line-gd/result.json',
      'eve_105/05-perceptron/result.json',
      'frank/02-line-gd/result.json',
    ]);
    const validate = new Ajv().compile(schema);
    for (const [path, content] of results) {
      const result = JSON.parse(content) as ClassroomResult;
      validate(result);
      expect({ path, errors: validate.errors }).toEqual({ path, errors: null });
      expect(result.score).toBeLessThanOrEqual(result['max-score']);
      for (const test of result.tests) expect(test.score).toBeLessThanOrEqual(test['max-score']);
    }
  });

  it('scores with whole numbers: all points times one factor, lateness and decisions in the score', async () => {
    const of = async (path: string) =>
      JSON.parse((await exported()).get(`${path}/result.json`)!) as ClassroomResult;
    expect(await of('bob/02-line-gd')).toMatchObject({ owner: 'bob', score: 1, 'max-score': 6 });
    // 9.25 of 10 points are 5.55 of 6.
    const carol = await of('carol/02-line-gd');
    expect([carol.score, carol['max-score'], ...carol.tests.map(({ score }) => score)]).toEqual([
      111, 120, 20, 20, 60,
    ]);
  });

  it('links to what the runner says, else repeats the tag', async () => {
    const links = { submission: 'submit/x', commit: 'https://c', release: 'https://r', review: 'https://v' };
    const [, result] = [...(await exported({ name: 'ml', ...links }))][0]!;
    expect(JSON.parse(result)).toMatchObject(links);
    const [, plain] = [...(await exported())][0]!;
    const { submission, commit, release, review } = JSON.parse(plain) as ClassroomResult;
    expect([submission, commit, release, review]).toEqual(
      Array(4).fill('submit/2026-11-20T17-00-00Z-6161616'),
    );
  });

  it('refuses without a classroom, and points above the maximum', async () => {
    const problems = async (input: ReturnType<typeof fixtureGrades>) => {
      const error: unknown = await collectFiles(classroom50Exporter, input).catch(
        (thrown: unknown) => thrown,
      );
      return formatProblems((error as ProblemsError).problems);
    };
    expect(await problems(fixtureGrades())).toBe(
      [
        'command line  Classroom 50 wants to know which classroom it is',
        '  fix       Name it with --classroom; inside a workflow the variable CLASSROOM does.',
      ].join('\n'),
    );
    const input = fixtureGrades({ classroom: { name: 'ml' } });
    input.gradebook.rows[0]!.cells[0]!.points = 11;
    expect(await problems(input)).toBe(
      [
        'classroom50  ada has 11 points for 02-line-gd, which Classroom 50 refuses',
        '  expected  at most 10 points',
        '  fix       Change overrides.yaml, or the points of the exercise in course.yaml, and grade again.',
      ].join('\n'),
    );
  });

  it('finds the smallest factor', () => {
    expect(wholeFactor([1, 2.5])).toBe(2);
    expect(wholeFactor([0.1 + 0.2, 1 / 3])).toBe(30);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 })), (hundredths) => {
        const points = hundredths.map((each) => each / 100);
        const factor = wholeFactor(points);
        for (const each of points)
          expect(Math.abs(each * factor - Math.round(each * factor))).toBeLessThan(1e-6);
        expect(factor).toBeLessThanOrEqual(100);
      }),
      { seed: 2 },
    );
  });
});

describe('the step summary', () => {
  it('holds no workflow command, markup or hidden data of a student', async () => {
    const files = await exported();
    const summaries = [...files]
      .filter(([path]) => path.endsWith('/summary.md'))
      .map(([, content]) => content);
    expect(summaries).toHaveLength(8);
    for (const line of summaries.flatMap((summary) => summary.split('\n'))) {
      // What the runner of GitHub takes for a command: `::name::` at the beginning, or the old form anywhere.
      expect(line.trimStart()).not.toMatch(/^::/);
      expect(line).not.toContain('##[');
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(line).not.toMatch(/<script|\u001b|\u202e/);
      expect(line).not.toContain(SECRET);
    }
    expect(files.get('bob/02-line-gd/summary.md')).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  });
});
