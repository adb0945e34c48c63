import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { tarGzip } from './tar.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads an archive as POSIX describes it: name, prefix, size in octal, and a sum over the header. */
function readTar(archive: Uint8Array): Record<string, string> {
  const tar = gunzipSync(archive);
  const files: Record<string, string> = {};
  const text = (from: number, length: number) => {
    const field = tar.toString('utf8', from, from + length);
    return field.slice(0, !field.includes('\u0000') ? length : field.indexOf('\u0000'));
  };
  for (let at = 0; tar[at] !== 0;) {
    const header = Buffer.from(tar.subarray(at, at + 512));
    const sum = parseInt(text(at + 148, 8), 8);
    header.fill(' ', 148, 156);
    expect(header.reduce((total, byte) => total + byte, 0)).toBe(sum);
    const size = parseInt(text(at + 124, 12), 8);
    const prefix = text(at + 345, 155);
    const name = `${prefix === '' ? '' : `${prefix}/`}${text(at, 100)}`;
    files[name] = tar.toString('utf8', at + 512, at + 512 + size);
    at += 512 * (1 + Math.ceil(size / 512));
  }
  expect(tar.length % 512).toBe(0);
  return files;
}

it('holds files of any size and long paths', () => {
  const files = {
    'package/empty.txt': '',
    'package/block.txt': 'x'.repeat(512),
    'package/umlaut.txt': 'größer',
    [`package/${'folder/'.repeat(12)}${'n'.repeat(90)}.txt`]: 'far down',
  };
  const archive = tarGzip(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])));
  expect(readTar(archive)).toEqual(files);
});

it('gives the same bytes for the same files, on any system', () => {
  const once = tarGzip(new Map([['package/a', bytes('a')]]));
  expect(tarGzip(new Map([['package/a', bytes('a')]]))).toEqual(once);
  expect([once[4], once[9]]).toEqual([0, 255]);
});

it('refuses a path that has no room', () => {
  const path = `package/${'n'.repeat(101)}`;
  expect(() => tarGzip(new Map([[path, bytes('')]]))).toThrow(
    new Error(`the path ${path} is too long for a tar archive`),
  );
});
