import { describe, expect, it } from 'vitest';
import { hashFiles, hashWords } from './hash-files.ts';
import type { CheckResult, ExerciseResult } from './result.ts';
import { withoutSecrets } from './without-secrets.ts';

const secret = 'the input was [1, 2]';
const full: CheckResult = {
  id: 'one',
  title: 'one',
  task: 1,
  visibility: 'hidden',
  state: 'fail',
  points: 0,
  maximumPoints: 2,
  message: secret,
  expected: secret,
  received: secret,
  facts: [secret],
  call: secret,
  place: { file: 'exercise.ts', line: 3 },
  hint: 'Think.',
  printed: secret,
  milliseconds: 3,
  trials: [{ seed: 7, state: 'fail', value: 3 }],
};

function resultOf(...checks: CheckResult[]): ExerciseResult {
  return { checks } as Partial<ExerciseResult> as ExerciseResult;
}

describe('without secrets', () => {
  it('a hidden check has title, state, points and hint, and nothing that tells its data', () => {
    expect(withoutSecrets(resultOf(full)).checks).toEqual([
      {
        id: 'one',
        title: 'one',
        task: 1,
        visibility: 'hidden',
        state: 'fail',
        points: 0,
        maximumPoints: 2,
        hint: 'Think.',
        milliseconds: 3,
        trials: [],
      },
    ]);
  });

  it('a visible check stays as it is', () => {
    const visible: CheckResult = { ...full, visibility: 'visible' };
    expect(withoutSecrets(resultOf(visible)).checks).toEqual([visible]);
  });

  it('it is still told why files could not be loaded, and what a check needs', () => {
    const { message, place } = full;
    const unloaded: CheckResult = { ...full, cause: 'not loaded' };
    const skipped: CheckResult = { ...full, state: 'skipped', needs: ['zero'] };
    const [one, two] = withoutSecrets(resultOf(unloaded, skipped)).checks;
    expect(one).toMatchObject({ cause: 'not loaded', message, place });
    expect(one).not.toHaveProperty('printed');
    expect(two).toMatchObject({ state: 'skipped', needs: ['zero'] });
    expect(two).not.toHaveProperty('message');
  });
});

describe('the hash of files', () => {
  it('depends on names and contents, not on their order, and cannot be confused by moving text', () => {
    const hash = hashFiles({ a: '1', b: '2' });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashFiles({ b: '2', a: '1' })).toBe(hash);
    const others = [{ a: '1' }, { a: '2', b: '1' }, { a: '12', b: '' }, { a1: '', b: '2' }, { a: '1b2' }];
    expect(new Set([hash, ...others.map(hashFiles)]).size).toBe(others.length + 1);
  });

  it('of words does not see the layout', () => {
    expect(hashWords({ a: 'x = 1;\n' })).toBe(hashWords({ a: 'x=1 ;' }));
    expect(hashWords({ a: 'x=1;' })).not.toBe(hashWords({ a: 'x=2;' }));
  });
});
