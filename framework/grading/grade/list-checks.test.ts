import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../check/exercise.ts';
import { returns } from '../check/returned.ts';
import { listChecks } from './list-checks.ts';
import { checkFile } from './test-grading.ts';

const one: CheckOptions = { task: 1, points: 2, hint: 'Think.' };
const nothing = () => Promise.resolve();

function fileWith(...checks: readonly (readonly [title: string, options?: Partial<CheckOptions>])[]) {
  return checkFile({}, ({ check }) => {
    for (const [title, options = {}] of checks) check(title, { ...one, ...options }, nothing);
  });
}

it('lists the checks of all files, in order, with ids in kebab case', () => {
  const visible = fileWith(['Mse at the origin: 19.35'], ['Über (0)']);
  const hidden = { ...fileWith(['More']), visibility: 'hidden' as const };
  const listed = listChecks([visible, hidden]);
  expect(listed.map(({ id, title, visibility }) => ({ id, title, visibility }))).toEqual([
    { id: 'mse-at-the-origin-19-35', title: 'Mse at the origin: 19.35', visibility: 'visible' },
    { id: 'u-ber-0', title: 'Über (0)', visibility: 'visible' },
    { id: 'more', title: 'More', visibility: 'hidden' },
  ]);
});

describe('refuses a check that', () => {
  const threshold = 'needs thresholds that all rise or all fall, each with more points than the one before';
  it.each<[string, readonly (readonly [string, Partial<CheckOptions>?])[], string]>([
    ['has no name', [['!?']], 'the check "!?" has a title without letters'],
    ['has the title of another', [['a b'], ['A b!']], 'the check "A b!" has the title of another check'],
    ['gives no points', [['a', { points: 0 }]], 'the check "a" gives no points'],
    ['gives NaN points', [['a', { points: NaN }]], 'the check "a" gives no points'],
    [
      'has one threshold',
      [['a', { partial: [[1, 2]] }]],
      'the check "a" needs at least two thresholds, the last for all 2 points',
    ],
    [
      'has no threshold for all points',
      [
        [
          'a',
          {
            partial: [
              [1, 1],
              [2, 1.5],
            ],
          },
        ],
      ],
      'the check "a" needs at least two thresholds, the last for all 2 points',
    ],
    [
      'has thresholds that go up and down',
      [
        [
          'a',
          {
            partial: [
              [1, 0.5],
              [3, 1],
              [2, 2],
            ],
          },
        ],
      ],
      `the check "a" ${threshold}`,
    ],
    [
      'gives fewer points for more',
      [
        [
          'a',
          {
            partial: [
              [1, 1.5],
              [2, 1],
              [3, 2],
            ],
          },
        ],
      ],
      `the check "a" ${threshold}`,
    ],
    [
      'asks for more trials than there are',
      [['a', { seeds: { count: 2, quorum: 3 } }]],
      'the check "a" cannot have 3 of 2 trials pass',
    ],
    [
      'comes after one below it',
      [['a', { after: ['b'] }], ['b']],
      'the check "a" comes after "b", which is no check above it in the same file',
    ],
  ])('%s', (_, checks, message) => {
    expect(() => listChecks([fileWith(...checks)])).toThrow(new Error(`graders/01-trial: ${message}`));
  });

  it.each<[string, Parameters<typeof checkFile>[1]]>([
    ['f', ({ student }) => void student.f!()],
    ['upload', ({ submission }) => void submission.upload('data', [])],
    ['experiment', ({ experiment }) => void experiment({ data: {} })],
  ])('calls the submission (%s) outside its body', (name, define) => {
    expect(() => listChecks([checkFile({ f: returns.number }, define)])).toThrow(
      new Error(`a check calls the submission (${name}) outside its body`),
    );
  });
});
