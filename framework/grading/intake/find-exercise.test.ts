import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findExercise, type WantedExercise } from './find-exercise.ts';
import { RefusedError, type SubmittedTree } from './submitted-tree.ts';

const line: WantedExercise = { id: '02-line-gd', files: ['exercise.ts'] };

/** A tree in memory; an error in place of a text is thrown when it is read. */
function tree(
  files: Readonly<Record<string, string | Uint8Array | Error>>,
  times: Readonly<Record<string, string>> = {},
): SubmittedTree {
  return {
    paths: Object.keys(files).sort(),
    read: (path) => {
      const content = files[path]!;
      if (content instanceof Error) return Promise.reject(content);
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    modified: (path) => (times[path] === undefined ? undefined : new Date(times[path])),
  };
}

const found = (text: string, folder: string) => ({ state: 'found', files: { 'exercise.ts': text }, folder });
const missing = { state: 'missing' };
const find = (files: Parameters<typeof tree>[0], isOnly = false) => findExercise(tree(files), line, isOnly);

describe('an exercise is found', () => {
  it('in a folder of its name, at any depth', async () => {
    expect(await find({ '02-line-gd/exercise.ts': 'a', '05-perceptron/exercise.ts': 'b' })).toEqual(
      found('a', '02-line-gd/'),
    );
    expect(await find({ 'my kit/exercises/02-line-gd/exercise.ts': 'a' })).toEqual(
      found('a', 'my kit/exercises/02-line-gd/'),
    );
    expect(await find({ 'x02-line-gd/exercise.ts': 'a', '02-line-gd.ts': 'b', 'exercise.ts': 'c' })).toEqual(
      missing,
    );
    expect(await find({})).toEqual(missing);
  });

  it('beside copies of starters and solutions, which are not what was written', async () => {
    const kit = { 'starters/02-line-gd/exercise.ts': 's', 'k/solutions/02-line-gd/exercise.ts': 's' };
    expect(await find({ ...kit, 'exercises/02-line-gd/exercise.ts': 'a' })).toEqual(
      found('a', 'exercises/02-line-gd/'),
    );
    expect(await find(kit)).toEqual(missing);
    expect(await find(kit, true)).toEqual(missing);
  });

  it('without a folder when it alone was asked for: the nearest file, unless there are two', async () => {
    expect(await find({ 'exercise.ts': 'a', 'old/exercise.ts': 'b' }, true)).toEqual(found('a', ''));
    expect(await find({ 'work/exercise.ts': 'a', 'work/old/exercise.ts': 'b' }, true)).toEqual(
      found('a', 'work/'),
    );
    expect(await find({ 'exercise.ts': 'a', 'k/02-line-gd/exercise.ts': 'b' }, true)).toEqual(
      found('b', 'k/02-line-gd/'),
    );
    expect(await find({ 'a/exercise.ts': 'a', 'b/exercise.ts': 'b' }, true)).toEqual({
      state: 'refused',
      reason: 'There are several files for 02-line-gd: a/exercise.ts, b/exercise.ts.',
    });
  });

  it('with the marks of Windows taken off, and an empty file is one', async () => {
    expect(await find({ '02-line-gd/exercise.ts': '\uFEFFa\r\nb\r\n' })).toEqual(
      found('a\nb\n', '02-line-gd/'),
    );
    expect(await find({ '02-line-gd/exercise.ts': '' })).toEqual(found('', '02-line-gd/'));
  });

  it('with the latest time of its files', async () => {
    const two = { id: '02-line-gd', files: ['exercise.ts', 'notes.ts'] };
    const files = { '02-line-gd/exercise.ts': 'a', '02-line-gd/notes.ts': 'b', '02-line-gd/other.ts': 'c' };
    const times = {
      '02-line-gd/exercise.ts': '2026-12-01T10:00:00Z',
      '02-line-gd/notes.ts': '2026-12-02T10:00:00Z',
      '02-line-gd/other.ts': '2026-12-03T10:00:00Z',
    };
    expect(await findExercise(tree(files, times), two, false)).toEqual({
      state: 'found',
      files: { 'exercise.ts': 'a', 'notes.ts': 'b' },
      folder: '02-line-gd/',
      modified: new Date('2026-12-02T10:00:00Z'),
    });
    expect(await findExercise(tree({ '02-line-gd/exercise.ts': 'a' }), two, false)).toEqual({
      state: 'refused',
      reason: '02-line-gd/notes.ts is missing.',
    });
  });
});

describe('an exercise is refused', () => {
  it('with the reason, when its file cannot be read or is no text', async () => {
    expect(await find({ '02-line-gd/exercise.ts': new RefusedError('is a link') })).toEqual({
      state: 'refused',
      reason: '02-line-gd/exercise.ts is a link.',
    });
    expect(await find({ '02-line-gd/exercise.ts': Uint8Array.of(0x61, 0xe4, 0x62) })).toEqual({
      state: 'refused',
      reason: '02-line-gd/exercise.ts is no text in UTF-8.',
    });
    await expect(find({ '02-line-gd/exercise.ts': new Error('disk') })).rejects.toThrow('disk');
  });

  it('in one clean line, whatever its folders are called', async () => {
    const name = fc.string({
      unit: fc.constantFrom('\u001b[31m', '\u202e', '\n', ':', '#', 'a', 'é'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(name, async (folder) => {
        const result = await find({ [`x${folder}/02-line-gd/exercise.ts`]: new RefusedError('is a link') });
        expect(result.state).toBe('refused');
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        expect((result as { reason: string }).reason).toMatch(/^x[^\u0000-\u001f\u202e]* is a link\.$/);
      }),
      { seed: 8 },
    );
  });
});
