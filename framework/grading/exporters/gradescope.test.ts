import { Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { collectFiles } from './collect-files.ts';
import { fixtureGrades, SECRET } from './fixture-grades.ts';
import { gradescopeExporter, type GradescopeResults } from './gradescope.ts';

const closed = { additionalProperties: false };
const visibility = Type.Enum({ a: 'hidden', b: 'after_due_date', c: 'after_published', d: 'visible' });
const format = Type.Enum({ a: 'text', b: 'html', c: 'simple_format', d: 'md', e: 'ansi' });
/** The specification of Gradescope, as far as a results.json may go. */
const schema = Type.Object(
  {
    score: Type.Number(),
    execution_time: Type.Number({ minimum: 0 }),
    output: Type.String(),
    output_format: format,
    visibility,
    stdout_visibility: visibility,
    tests: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          number: Type.String(),
          score: Type.Number({ minimum: 0 }),
          max_score: Type.Number({ minimum: 0 }),
          status: Type.Enum({ a: 'passed', b: 'failed' }),
          output: Type.String(),
          output_format: format,
          visibility,
        },
        closed,
      ),
    ),
  },
  closed,
);

async function results(): Promise<ReadonlyMap<string, GradescopeResults>> {
  const files = await collectFiles(gradescopeExporter, fixtureGrades());
  return new Map([...files].map(([path, text]) => [path, JSON.parse(text) as GradescopeResults]));
}

it('is there for every student and exercise, in the form of Gradescope, whatever happened', async () => {
  const all = await results();
  expect(all.size).toBe(12);
  const validate = new Ajv().compile(schema);
  for (const [path, value] of all) {
    validate(value);
    expect({ path, errors: validate.errors }).toEqual({ path, errors: null });
  }
  expect(all.get('dave/02-line-gd/results.json')).toMatchObject({
    score: 0,
    tests: [],
    output: 'Nothing was handed in.',
  });
  expect(all.get('frank/02-line-gd/results.json')!.output).toContain('exercise.ts is a link');
});

it('scores in points of the course, decisions and lateness included', async () => {
  const all = await results();
  expect(all.get('ada/02-line-gd/results.json')!.score).toBe(10);
  expect(all.get('ada/02-line-gd/results.json')!.tests.map(({ max_score }) => max_score)).toEqual([
    1.67, 3.33, 5,
  ]);
  expect(all.get('ada/05-perceptron/results.json')!.tests.map(({ number }) => number)).toEqual([
    '1.1',
    '2.1',
    '2.2',
  ]);
  const carol = all.get('carol/02-line-gd/results.json')!;
  expect(carol.score).toBe(9.25);
  expect(carol.output).toBe(
    'Handed in late (2 days begun): 80 % of the points count.\nThese points were decided by a person: =explained it to me.',
  );
});

it('shows hidden checks after publication, and of them only the hint', async () => {
  const bob = (await results()).get('bob/02-line-gd/results.json')!;
  expect(bob.tests.map((test) => test.visibility)).toEqual(['visible', 'visible', 'after_published']);
  expect(bob.tests[2]!.output).toBe('  hint      Is the mean taken?');
  const everything = [...(await results()).values()].map((one) => JSON.stringify(one)).join('');
  expect(everything).not.toContain(SECRET);
});
