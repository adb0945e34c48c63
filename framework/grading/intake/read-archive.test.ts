import { createStream } from '../../random/stream.ts';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listArchive, unpackArchives } from './read-archive.ts';
import { RefusedError } from './submitted-tree.ts';

const pack = (files: Zippable) => Buffer.from(zipSync(files));
const source = strToU8('export const f = 1;\n');

/** Replaces bytes everywhere, as hostile zips are made. */
function patch(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

async function refusal(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof RefusedError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('an honest zip', () => {
  it('is listed and read, without folders and what macOS adds', async () => {
    const tree = await listArchive(
      pack({ '02-line-gd/': new Uint8Array(), '02-line-gd/exercise.ts': source, '__MACOSX/._x': source }),
    );
    expect(tree.paths).toEqual(['02-line-gd/exercise.ts']);
    expect(Buffer.from(await tree.read('02-line-gd/exercise.ts')).toString()).toBe('export const f = 1;\n');
    expect(await refusal(() => tree.read('other.ts'))).toBe('does not exist');
  });

  it('is opened where it lies in what was handed in', async () => {
    const outer = await listArchive(
      pack({ 'work.zip': zipSync({ 'exercise.ts': source }), 'notes.txt': source }),
    );
    const tree = await unpackArchives(outer);
    expect(tree.paths).toEqual(['notes.txt', 'work.zip/exercise.ts']);
    expect(await tree.read('work.zip/exercise.ts')).toEqual(source);
  });
});

describe('a hostile zip', () => {
  const named = (name: string) => pack({ [name]: source });

  it.each([
    [
      'a path upwards',
      named('../exercise.ts'),
      'is no zip that can be read (invalid relative path: ../exercise.ts)',
    ],
    [
      'an absolute path',
      named('/etc/exercise.ts'),
      'is no zip that can be read (absolute path: /etc/exercise.ts)',
    ],
    ['a drive letter', named('C:/exercise.ts'), 'is no zip that can be read (absolute path: C:/exercise.ts)'],
    [
      'no zip',
      Buffer.from('PK or not'),
      'is no zip that can be read (End of central directory record signature not found)',
    ],
    [
      'a name twice',
      patch(pack({ 'a1.ts': source, 'a2.ts': source }), 'a2.ts', 'a1.ts'),
      'holds "a1.ts" twice',
    ],
    [
      '20,000 files',
      pack(
        Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`${index}.ts`, new Uint8Array()])),
      ),
      'has more than 5000 files',
    ],
  ])('with %s is refused', async (_, zip, message) => {
    expect(await refusal(() => listArchive(zip))).toBe(message);
  });

  it('with backslashes in names leads nowhere: they are folders as on Windows, or refused', async () => {
    expect(await refusal(() => listArchive(named('..\\exercise.ts')))).toBe(
      'is no zip that can be read (invalid relative path: ../exercise.ts)',
    );
  });

  it.each([
    [
      'a link',
      pack({ 'exercise.ts': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
      'is a link',
    ],
    ['a bomb', pack({ 'exercise.ts': new Uint8Array(1_000_000) }), 'is packed like a zip bomb'],
    [
      'a huge file',
      pack({ 'exercise.ts': [new Uint8Array(2_000_000), { level: 0 }] }),
      'is larger than 1 MB unpacked',
    ],
  ])('with %s: that entry is not unpacked', async (_, zip, message) => {
    const tree = await listArchive(zip);
    expect(await refusal(() => tree.read('exercise.ts'))).toBe(message);
  });

  it('that lies about the size of an entry is unpacked no further than that', async () => {
    const zip = pack({ 'exercise.ts': new Uint8Array(900_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(900_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1_000);
    const tree = await listArchive(patch(zip, size.toString('latin1'), lie.toString('latin1')));
    expect(await refusal(() => tree.read('exercise.ts'))).toMatch(
      /^cannot be unpacked \(too many bytes in the stream/,
    );
  });

  it('of random bytes, or with some bytes changed, is read or refused, never more', async () => {
    const stream = createStream(3).derive('zip');
    const honest = pack({ 'exercise.ts': strToU8('export const f = 1;\n'.repeat(50)), 'b/c.ts': source });
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(honest);
      for (let change = 0; change < 3; change++) bytes[stream.integer(bytes.length)] = stream.integer(256);
      const read = async () => {
        const tree = await listArchive(bytes);
        for (const path of tree.paths) await tree.read(path);
      };
      expect(await refusal(read)).toEqual(expect.any(String));
    }
  });
});
