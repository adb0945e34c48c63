import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachCell } from '../exporters/exporter.ts';
import { fixtureGrades } from '../exporters/fixture-grades.ts';
import type { ExerciseResult } from '../result/result.ts';
import { collectStatistics, medianOf } from './statistics.ts';

async function results(): Promise<ExerciseResult[]> {
  const found: ExerciseResult[] = [];
  for await (const { result } of eachCell(fixtureGrades())) if (result !== undefined) found.push(result);
  return found;
}

it('counts per check who passed and how it ended otherwise; what was not run does not count', async () => {
  const statistics = collectStatistics();
  for (const result of await results()) statistics.add(result);
  const [line, perceptron] = statistics.finish();
  expect(line).toMatchObject({ exercise: '02-line-gd', count: 4, unloaded: 0 });
  expect(
    line!.checks.map(({ id, count, passed, medianMilliseconds }) => [id, count, passed, medianMilliseconds]),
  ).toEqual([
    ['a-first-value', 4, 2, 10.5],
    ['the-loss-falls', 4, 1, 20.5],
    ['on-other-data', 4, 2, 30.5],
  ]);
  expect([...line!.checks[1]!.otherStates]).toEqual([
    ['partial', 2],
    ['crashed', 1],
  ]);
  expect(perceptron!.checks[1]).toMatchObject({ count: 3, passed: 2, wrongAnswers: [] });
});

it('groups wrong answers that are the same but for numbers, and counts seeds that disagree', async () => {
  const [first] = await results();
  const statistics = collectStatistics();
  const add = (message: string, states: ('pass' | 'fail')[]) => {
    const trials = states.map((state, seed) => ({ seed, state }));
    const check = { ...first!.checks[0]!, state: 'fail' as const, points: 0, message, trials };
    statistics.add({ ...first!, checks: [check] });
  };
  add('the mse is 19.35, where 1.5 is expected', ['fail', 'fail']);
  add('no answer within 2 s', ['fail', 'fail']);
  add('the mse is -1.2e-7, where 1.5 is expected', ['pass', 'fail']);
  add('the mse is 3, where 42 is expected', ['fail']);
  const [check] = statistics.finish()[0]!.checks;
  expect(check).toMatchObject({
    count: 4,
    disagreeing: 1,
    wrongAnswers: [
      { message: 'the mse is 19.35, where 1.5 is expected', count: 3 },
      { message: 'no answer within 2 s', count: 1 },
    ],
  });
});

it('finds the median as sorting does', () => {
  expect(medianOf([])).toBeUndefined();
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const median = medianOf(values)!;
      const below = values.filter((value) => value < median).length;
      const above = values.filter((value) => value > median).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
    { seed: 4 },
  );
});
