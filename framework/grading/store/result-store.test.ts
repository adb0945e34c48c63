import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureGrades } from '../exporters/fixture-grades.ts';
import type { ExerciseResult } from '../result/result.ts';
import { openResultStore, resultKey, type ResultIdentity, type StoredResult } from './result-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const identity: ResultIdentity = {
  student: 'ada',
  exercise: '02-line-gd',
  exerciseVersion: 1,
  files: 'f'.repeat(64),
  checks: 'c'.repeat(64),
  descent: '0.1.0',
  seeds: 'visible',
};
const place = { student: 'ada', exercise: '02-line-gd', key: resultKey(identity) };
const path = () => join(folder, 'results', '02-line-gd', `ada.${place.key}.json`);

async function fixture(): Promise<ExerciseResult> {
  const { gradebook, resultOf } = fixtureGrades();
  return (await resultOf('ada', gradebook.rows[0]!.cells[0]!))!;
}

async function list(exercise = '02-line-gd'): Promise<StoredResult[]> {
  const store = await openResultStore(folder);
  const found: StoredResult[] = [];
  for await (const stored of store.list(exercise)) found.push(stored);
  return found;
}

describe('the store of results', () => {
  it('is empty at first, and gives back what was written, after opening it again, too', async () => {
    const store = await openResultStore(folder);
    expect(await store.find(identity)).toBeUndefined();
    expect(await list()).toEqual([]);
    const result = await fixture();
    await store.write(identity, result);
    const again = await openResultStore(folder);
    expect(await again.find(identity)).toEqual(result);
    expect(await again.get(place)).toEqual(result);
    expect(await list()).toEqual([{ key: place.key, result }]);
    expect(await readdir(join(folder, 'results', '02-line-gd'))).toEqual([`ada.${place.key}.json`]);
  });

  it('has another key as soon as anything differs but who handed it in', () => {
    const others: Partial<ResultIdentity>[] = [
      { exercise: '05-perceptron' },
      { exerciseVersion: 2 },
      { files: 'e'.repeat(64) },
      { checks: 'd'.repeat(64) },
      { descent: '0.2.0' },
      { seeds: 'secret 12345678' },
    ];
    const keys = [{}, ...others].map((other) => resultKey({ ...identity, ...other }));
    expect(new Set(keys).size).toBe(keys.length);
    expect(resultKey({ ...identity, student: 'bob' })).toBe(place.key);
  });

  it('takes a damaged file for none, and replaces it', async () => {
    const store = await openResultStore(folder);
    const result = await fixture();
    await store.write(identity, result);
    const whole = await readFile(path(), 'utf8');
    for (const damaged of [
      '',
      whole.slice(0, -40),
      '{}',
      'null',
      whole.replace('"points": 6', '"points": -6'),
    ]) {
      await writeFile(path(), damaged);
      expect(await store.find(identity)).toBeUndefined();
      expect(await list()).toEqual([]);
    }
    await store.write(identity, result);
    expect(await store.find(identity)).toEqual(result);
  });

  it('removes what a killed process left half written, and nothing else', async () => {
    const store = await openResultStore(folder);
    await store.write(identity, await fixture());
    const results = join(folder, 'results', '02-line-gd');
    await writeFile(join(results, `bob.${place.key}.json.123456`), '{ "half":');
    await writeFile(join(results, 'notes.txt'), 'mine');
    await writeFile(join(folder, 'results', 'notes.txt'), 'mine');
    await openResultStore(folder);
    expect((await readdir(results)).sort()).toEqual([`ada.${place.key}.json`, 'notes.txt']);
    expect(await list()).toHaveLength(1);
  });
});
