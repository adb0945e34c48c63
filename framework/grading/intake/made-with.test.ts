import { expect, it } from 'vitest';
import { madeWithOther } from './made-with.ts';
import { RefusedError, type SubmittedTree } from './submitted-tree.ts';

const [hash, otherHash] = ['a'.repeat(64), 'b'.repeat(64)];
const present = { id: '02-line-gd', version: 2, checks: hash };

/** A submitted kit with that `release.json`, or what reading it throws. */
function kit(release: string | Error, root = ''): SubmittedTree {
  return {
    paths: [`${root}exercises/02-line-gd/exercise.ts`, `${root}release.json`].sort(),
    read: (path) => {
      if (path !== `${root}release.json`) return Promise.reject(new Error(`read ${path}`));
      return release instanceof Error
        ? Promise.reject(release)
        : Promise.resolve(new TextEncoder().encode(release));
    },
    modified: () => undefined,
  };
}
const lock = (version: number, checks = hash, id = '02-line-gd') =>
  JSON.stringify({ schema: 1, kit: '0.1.0', exercises: [{ id, version, checks }], files: {} });
const made = (release: string | Error, root = '') =>
  madeWithOther(kit(release, root), `${root}exercises/02-line-gd/`, present);

it('says which other version of the exercise a kit had', async () => {
  expect(await made(lock(1))).toBe('version 1 of the exercise; it is now version 2');
  expect(await made(lock(3), 'my kit/')).toBe('version 3 of the exercise; it is now version 2');
  expect(await made(lock(2, otherHash))).toBe('version 2 of the exercise; its checks have changed since');
});

it('says nothing of the present version, and where nothing is known', async () => {
  expect(await made(lock(2))).toBeUndefined();
  expect(await made(lock(1, hash, '05-perceptron'))).toBeUndefined();
  expect(await made('no JSON')).toBeUndefined();
  expect(await made('{"schema":1,"exercises":[{"id":"02-line-gd","version":"1"}]}')).toBeUndefined();
  expect(await made(new RefusedError('is a link'))).toBeUndefined();
  const loose: SubmittedTree = { ...kit(lock(1)), paths: ['exercises/02-line-gd/exercise.ts'] };
  expect(await madeWithOther(loose, 'exercises/02-line-gd/', present)).toBeUndefined();
  expect(await madeWithOther(kit(lock(1)), '02-line-gd/', present)).toBeUndefined();
});

it('lets faults of the machine through', async () => {
  await expect(made(new Error('EIO'))).rejects.toThrow('EIO');
});
