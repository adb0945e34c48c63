import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatProblems } from './format-problems.ts';
import { ProblemsError } from './problem.ts';
import { MAXIMUM_BYTES, readText } from './read-text.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a user sees when a file with that content is read. */
async function messageOf(content: string | Uint8Array | undefined): Promise<string> {
  const path = join(folder, 'a.yaml');
  await rm(path, { force: true, recursive: true });
  if (content !== undefined) await writeFile(path, content);
  return readText(path, 'a.yaml').then(
    ({ text }) => text,
    (error: unknown) => {
      if (error instanceof ProblemsError) return formatProblems(error.problems);
      throw error;
    },
  );
}

describe('readText', () => {
  test('drops a byte order mark and keeps everything else', async () => {
    expect(await messageOf('\uFEFFa: größer 😀\r\n')).toBe('a: größer 😀\r\n');
    expect(await messageOf('a: \uFFFD\n')).toBe('a: \uFFFD\n');
    expect(await messageOf('')).toBe('');
    expect((await messageOf('x'.repeat(MAXIMUM_BYTES))).length).toBe(MAXIMUM_BYTES);
  });

  test('refuses what is too large', async () => {
    expect(await messageOf('x'.repeat(MAXIMUM_BYTES + 1))).toBe(
      `a.yaml  the file is too large
  expected  at most 1 MiB of text
  fix       Keep data in a data file and name it under data.source.`,
    );
  });

  test('shows where a text is not UTF-8', async () => {
    expect(await messageOf(Buffer.from('a: 1\nname: Männchen\n', 'latin1'))).toBe(
      `a.yaml:2:8  this character is not encoded in UTF-8

  2 | name: M\uFFFDnnchen
    |        ^

  expected  text in UTF-8
  fix       Save the file again with the encoding UTF-8.`,
    );
  });

  test('refuses a folder', async () => {
    await mkdir(join(folder, 'sub'), { recursive: true });
    await expect(readText(join(folder, 'sub'), 'sub')).rejects.toThrow('sub: this is a folder, not a file');
  });

  test('suggests a file of a similar name', async () => {
    await writeFile(join(folder, 'penguins.yaml'), '');
    const error: unknown = await readText(join(folder, 'penguin.yaml'), 'penguin.yaml').catch(
      (e: unknown) => e,
    );
    expect(formatProblems((error as ProblemsError).problems)).toBe(
      'penguin.yaml  there is no such file. Did you mean "penguins.yaml"?',
    );
  });

  test('says when the folder is missing too', async () => {
    const error: unknown = await readText(join(folder, 'no', 'a.yaml'), 'no/a.yaml').catch((e: unknown) => e);
    expect(formatProblems((error as ProblemsError).problems)).toBe(
      'no/a.yaml  there is no such file\n  fix       Check the name and the folder.',
    );
  });
});
